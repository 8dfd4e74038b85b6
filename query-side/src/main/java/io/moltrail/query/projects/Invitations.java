package io.moltrail.query.projects;

import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.projection.Rows;
import io.moltrail.web.resources.InvitationResource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The pending invitations of a project. */
final class Invitations {

  private static final String PENDING = "where project_id = ? and state = 'PENDING'";

  List<InvitationView> page(ReadSchema schema, ProjectId project, Optional<UUID> after, int rows) {
    return schema
        .jdbc()
        .sql("select * from invitations " + PENDING + " and id > ? order by id limit ?")
        .params(project.value(), after.orElse(new UUID(0, 0)), rows)
        .query((row, n) -> view(row))
        .list();
  }

  long count(ReadSchema schema, ProjectId project) {
    return schema
        .jdbc()
        .sql("select count(*) from invitations " + PENDING)
        .param(project.value())
        .query(Long.class)
        .single();
  }

  static InvitationView view(ResultSet row) throws SQLException {
    return new InvitationView(
        new InvitationId(row.getObject("id", UUID.class)),
        new ProjectId(row.getObject("project_id", UUID.class)),
        row.getString("email"),
        MemberRole.valueOf(row.getString("role")),
        InvitationResource.State.valueOf(row.getString("state")),
        Rows.instant(row, "created_at"),
        row.getString("created_by"),
        Rows.instant(row, "expires_at"),
        row.getLong("version"));
  }
}
