package io.moltrail.query.users;

import io.moltrail.messages.user.UserId;
import io.moltrail.query.platform.database.LiveView;
import io.moltrail.query.platform.database.ReadSchema;
import io.moltrail.query.platform.freshness.Freshness;
import io.moltrail.web.CallerStanding;
import io.moltrail.web.Callers;
import java.util.Optional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Who may call, from the live read tables. A caller who was registered a moment ago sends the token
 * of that write: it is waited for here already, since an unknown caller never gets as far as a
 * controller. For a known one it is not: waiting comes after the rate limit.
 */
public final class LiveCallers implements Callers {

  private final Users users;
  private final LiveView live;
  private final Freshness freshness;

  public LiveCallers(Users users, LiveView live, Freshness freshness) {
    this.users = users;
    this.live = live;
    this.freshness = freshness;
  }

  @Override
  public Optional<CallerStanding> find(UserId user) {
    ReadSchema schema = live.current();
    return standing(schema, user)
        .or(
            () -> {
              awaitOwnWrite(schema);
              return standing(schema, user);
            });
  }

  private void awaitOwnWrite(ReadSchema schema) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here) {
      freshness.require(here.getRequest(), schema);
    }
  }

  private Optional<CallerStanding> standing(ReadSchema schema, UserId user) {
    return users
        .find(schema, user)
        .filter(UserView::verified)
        .filter(it -> it.email() != null)
        .map(
            it -> new CallerStanding(it.id(), it.tier(), it.roles(), it.suspended(), it.version()));
  }
}
