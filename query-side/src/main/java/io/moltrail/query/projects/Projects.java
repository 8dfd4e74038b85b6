package io.moltrail.query.projects;

import io.moltrail.messages.Refusal;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.lists.Listed;
import io.moltrail.query.platform.projection.Rows;
import io.moltrail.web.resources.ProjectResource;
import io.moltrail.web.security.Caller;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Projects and their members, as far as the caller is one of them. */
public final class Projects {

  private static final String FIELDS =
      """
      select p.*, me.role,
        (select count(*) from members m where m.project_id = p.id) as member_count
      """;
  private static final String MINE =
      " from " + Memberships.MINE + " join projects p on p.id = me.project_id";

  Projects() {}

  /**
   * @throws Refusal.NotFound for strangers as for everybody when there is no such project
   */
  public ProjectResource require(ReadSchema schema, Caller caller, ProjectId project) {
    return schema
        .jdbc()
        .sql(FIELDS + MINE + " where me.project_id = ?")
        .params(Memberships.parameters(caller, project.value()))
        .query((row, n) -> resource(row))
        .optional()
        .orElseThrow(Refusal.NotFound::new);
  }

  /**
   * @throws Refusal.NotFound to strangers; @throws Refusal.Forbidden to other members
   */
  void requireOwner(ReadSchema schema, Caller caller, ProjectId project) {
    if (require(schema, caller, project).role() != MemberRole.OWNER) {
      throw new Refusal.Forbidden("Only the project's owner may see this.");
    }
  }

  List<Listed<ProjectResource>> page(
      ReadSchema schema, Caller caller, ProjectListing listing, int rows) {
    List<Object> parameters = listing.parameters(caller);
    StringBuilder sql =
        new StringBuilder(FIELDS + ", " + listing.order().key() + MINE).append(listing.where());
    listing
        .after()
        .ifPresent(
            after -> {
              sql.append(" and ").append(listing.order().after());
              parameters.addAll(List.of(after.key(), after.id()));
            });
    sql.append(' ').append(listing.order().by()).append(" limit ?");
    parameters.add(rows);
    return schema
        .jdbc()
        .sql(sql.toString())
        .params(parameters)
        .query(Listed.rows((row, n) -> resource(row)))
        .list();
  }

  long count(ReadSchema schema, Caller caller, ProjectListing listing) {
    return schema
        .jdbc()
        .sql("select count(*)" + MINE + listing.where())
        .params(listing.parameters(caller))
        .query(Long.class)
        .single();
  }

  List<MemberResource> members(ReadSchema schema, ProjectId project, MemberKey after, int rows) {
    return schema
        .jdbc()
        .sql(
            """
            select m.user_id, u.display_name, m.role, m.since
            from members m left join users u on u.id = m.user_id
            where m.project_id = ? and (m.since, m.user_id) > (cast(? as timestamptz), cast(? as uuid))
            order by m.since, m.user_id limit ?
            """)
        .params(project.value(), after.since(), after.user(), rows)
        .query((row, n) -> member(row))
        .list();
  }

  private static ProjectResource resource(ResultSet row) throws SQLException {
    return new ProjectResource(
        row.getString("id"),
        row.getString("name"),
        row.getString("code"),
        row.getString("description"),
        row.getBoolean("regulated"),
        MemberRole.valueOf(row.getString("role")),
        row.getLong("member_count"),
        row.getLong("molecule_count"),
        Rows.instant(row, "created_at"),
        row.getLong("version"));
  }

  private static MemberResource member(ResultSet row) throws SQLException {
    return new MemberResource(
        row.getString("user_id"),
        row.getString("display_name"),
        MemberRole.valueOf(row.getString("role")),
        Rows.instant(row, "since"));
  }

  /** Where a page of members begins. */
  record MemberKey(String since, String user) {

    static final MemberKey FIRST = new MemberKey("-infinity", new UUID(0, 0).toString());

    static MemberKey parse(String payload) {
      int space = payload.indexOf(' ');
      return new MemberKey(payload.substring(0, space), payload.substring(space + 1));
    }

    static String of(MemberResource last) {
      return last.since() + " " + last.userId();
    }
  }
}
