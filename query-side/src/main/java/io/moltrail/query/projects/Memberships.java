package io.moltrail.query.projects;

import io.moltrail.messages.project.MemberRole;
import io.moltrail.query.platform.projection.Rows;
import io.moltrail.web.security.Caller;
import io.moltrail.web.security.LostRole;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which projects the caller is in, and as what. Every query about projects or what is in them joins
 * this and not the rows alone: what the caller has lost counts at once, and the rows only where
 * they are as new (DESIGN §5).
 */
public final class Memberships {

  /**
   * Stands where a table can: {@code me (project_id, role)}. Takes the first of the {@link
   * #parameters}.
   */
  public static final String MINE =
      """
      (select m.project_id, coalesce(lost.role, m.role) as role
      from members m left join (
        select distinct on (l.project_id) l.project_id, l.role
        from json_to_recordset(cast(? as json)) as l (project_id uuid, version bigint, role text)
        join project_rights r on r.project_id = l.project_id and r.version < l.version
        order by l.project_id, l.version desc
      ) lost on lost.project_id = m.project_id
      where m.user_id = ? and (lost.project_id is null or lost.role is not null)) me
      """;

  private Memberships() {}

  /**
   * @param others what the query takes after {@link #MINE}
   */
  public static List<Object> parameters(Caller caller, Object... others) {
    List<Object> parameters = new ArrayList<>();
    parameters.add(Rows.json(caller.lost().stream().map(Row::of).toList()));
    parameters.add(caller.user().value());
    parameters.addAll(List.of(others));
    return parameters;
  }

  private record Row(UUID projectId, long version, @Nullable MemberRole role) {

    static Row of(LostRole lost) {
      return new Row(lost.project().value(), lost.version(), lost.left().orElse(null));
    }
  }
}
