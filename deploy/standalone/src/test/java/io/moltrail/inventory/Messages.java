package io.moltrail.inventory;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.moltrail.eventstore.json.EventTypes;
import io.moltrail.messages.Command;
import io.moltrail.messages.Event;
import io.moltrail.messages.MetadataKeys;
import java.util.List;
import java.util.stream.Stream;

/** Every event and every command that our code knows. */
final class Messages {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("io.moltrail");

  private Messages() {}

  /** Events under the names by which they are stored; one without a name is a bug and throws. */
  static List<MessageField> events() {
    return records(Event.class)
        .map(it -> it.asSubclass(Event.class))
        .flatMap(it -> MessageFields.of(Kind.EVENT_FIELD, EventTypes.of(it).name(), it).stream())
        .toList();
  }

  static List<MessageField> commands() {
    return records(Command.class)
        .flatMap(it -> MessageFields.of(Kind.COMMAND_FIELD, it.getSimpleName(), it).stream())
        .toList();
  }

  static List<Place> metadata() {
    return MetadataKeys.ALL.stream().map(it -> new Place(Kind.METADATA_KEY, it)).toList();
  }

  private static Stream<Class<?>> records(Class<?> message) {
    return CODE.stream()
        .filter(it -> it.isAssignableTo(message) && it.isRecord())
        .map(JavaClass::reflect);
  }
}
