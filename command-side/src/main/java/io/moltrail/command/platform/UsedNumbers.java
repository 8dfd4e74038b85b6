package io.moltrail.command.platform;

import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.project.ProjectId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Which numbers projects have handed out, as the log tells: also to molecules that have gone
 * elsewhere since, for no number is used twice.
 */
final class UsedNumbers {

  private final Map<ProjectId, Long> highest = new HashMap<>();

  static UsedNumbers in(List<? extends DomainEventMessage<?>> messages) {
    UsedNumbers used = new UsedNumbers();
    for (DomainEventMessage<?> message : messages) {
      switch (message.getPayload()) {
        case MoleculeAdded it -> used.add(it.projectId(), it.number());
        case MoleculeMoved it -> used.add(it.to(), it.number());
        default -> {
          // hands out no number
        }
      }
    }
    return used;
  }

  private void add(ProjectId project, MoleculeNumber number) {
    String text = number.value();
    long count = Long.parseLong(text.substring(text.lastIndexOf('-') + 1));
    highest.merge(project, count, Math::max);
  }

  /** Writes them into the counters that are being made anew. */
  void write(JdbcTemplate jdbc) {
    highest.forEach(
        (project, count) ->
            jdbc.update(
                """
                update pg_temp.project_counter set next_number = greatest(next_number, ?)
                where project_id = ?
                """,
                count + 1,
                project.value()));
  }
}
