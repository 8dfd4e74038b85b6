package io.moltrail.command.account;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Puts each mail into a file of its own, for its owner's eyes only: {@code <time>-<id>.eml}. */
final class FileMailSink implements MailSink {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  private final Path folder;

  FileMailSink(Path folder) {
    this.folder = folder;
  }

  @Override
  public void accept(Mail mail) throws IOException {
    Files.createDirectories(folder, ownerOnly("rwx------"));
    Path draft = Files.createTempFile(folder, "draft-", ".tmp", ownerOnly("rw-------"));
    Files.write(draft, mail.message());
    Files.move(
        draft,
        folder.resolve(TIME.format(mail.writtenAt()) + "-" + mail.id() + ".eml"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
