package io.moltrail.command.user;

import io.moltrail.messages.Actor;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People and things that tests need. */
public final class Someone {

  private Someone() {}

  public static Actor.User user(UserId id) {
    return new Actor.User(id, Tier.FREE, Set.of(SystemRole.USER), Map.of());
  }

  public static Actor.User administrator(UserId id) {
    return new Actor.User(id, Tier.ENTERPRISE, Set.of(SystemRole.USER, SystemRole.ADMIN), Map.of());
  }

  public static Actor.User member(UserId id, ProjectId project, MemberRole role) {
    return new Actor.User(id, Tier.FREE, Set.of(SystemRole.USER), Map.of(project, role));
  }

  public static StructureFacts structure(String smiles) {
    return spelled(smiles, smiles);
  }

  /** The same structure as by its canonical SMILES, drawn in another way. */
  public static StructureFacts spelled(String submitted, String smiles) {
    return new StructureFacts(
        submitted,
        smiles,
        "InChI=1S/" + smiles,
        "KEY-OF-" + smiles,
        Optional.empty(),
        "C2H6O",
        46.0684,
        46.041865,
        new StructureFacts.Descriptors(-0.1, 20.23, 1, 1, 0, 3, 0, 1.0, 0),
        List.of(new StructureFacts.Component(smiles, 1)),
        "identity-of-" + smiles,
        "1",
        "test");
  }
}
