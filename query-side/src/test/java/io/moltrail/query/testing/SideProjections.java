package io.moltrail.query.testing;

import io.moltrail.query.QuerySide;
import io.moltrail.query.history.HistoryConfiguration;
import io.moltrail.query.molecules.MoleculesConfiguration;
import io.moltrail.query.platform.projection.Projection;
import io.moltrail.query.platform.projection.Projections;
import io.moltrail.query.projects.ProjectsConfiguration;
import io.moltrail.query.users.UsersConfiguration;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;

/** The read models as the query side declares them, without a context. */
public final class SideProjections {

  private SideProjections() {}

  public static Projections declared() {
    return (Projections)
        call(
            new QuerySide(),
            "queryProjections",
            make(new UsersConfiguration(), "queryUsersProjection"),
            make(new ProjectsConfiguration(), "queryMembersProjection"),
            make(new ProjectsConfiguration(), "queryProjectsProjection"),
            make(new ProjectsConfiguration(), "queryInvitationsProjection"),
            make(new MoleculesConfiguration(), "queryMoleculesProjection"),
            make(new HistoryConfiguration(), "queryHistoryProjection"));
  }

  public static List<Projection> all() {
    Projections declared = declared();
    return Stream.concat(declared.rights().stream(), declared.views().stream()).toList();
  }

  private static Projection make(Object configuration, String bean) {
    return (Projection) call(configuration, bean);
  }

  private static Object call(Object configuration, String bean, Object... arguments) {
    try {
      for (Method method : configuration.getClass().getDeclaredMethods()) {
        if (method.getName().equals(bean)) {
          method.setAccessible(true);
          return method.invoke(configuration, arguments);
        }
      }
      throw new IllegalStateException(bean);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
