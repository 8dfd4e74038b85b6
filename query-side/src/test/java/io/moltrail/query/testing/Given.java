package io.moltrail.query.testing;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Events with everything in them. */
public final class Given {

  public static final ProjectCode CODE = new ProjectCode("KIN");

  private Given() {}

  /** A UUIDv7 as far as anybody looks at it. */
  public static UUID uuid() {
    UUID random = UUID.randomUUID();
    return new UUID(
        (random.getMostSignificantBits() & ~0xf000L) | 0x7000L, random.getLeastSignificantBits());
  }

  public static UserRegistered registered(UserId id, String displayName) {
    return new UserRegistered(
        id,
        Erasable.of(new EmailAddress(id + "@example.org")),
        Erasable.of(new DisplayName(displayName)),
        Tier.ENTERPRISE,
        Set.of(SystemRole.USER));
  }

  public static ProjectCreated created(ProjectId id, UserId owner) {
    return new ProjectCreated(
        id,
        owner,
        CODE,
        Erasable.of(new ProjectName("Kinase inhibitors")),
        Erasable.of(new ProjectDescription("All of them")),
        false,
        Tautomers.SAME);
  }

  public static MoleculeAdded added(MoleculeId id, ProjectId project, long count, String name) {
    return new MoleculeAdded(
        id,
        project,
        MoleculeNumber.of(CODE, count),
        Erasable.of(ethanol()),
        Erasable.of(Optional.of(new MoleculeName(name))),
        Erasable.of(annotations()));
  }

  private static Map<String, Annotation> annotations() {
    return Map.of(
        "batch", new Annotation.Text("B-17"),
        "purity", new Annotation.Quantity(new BigDecimal("99.10")),
        "dry", new Annotation.Flag(true));
  }

  public static MoleculeMoved moved(MoleculeId id, ProjectId from, ProjectId to, String name) {
    return new MoleculeMoved(
        id,
        from,
        to,
        new MoleculeNumber("SALT-000007"),
        Erasable.of(ethanol()),
        Erasable.of(Optional.of(new MoleculeName(name))),
        Erasable.of(annotations()));
  }

  public static MoleculeAnnotated annotated(
      MoleculeId id, ProjectId project, String key, Annotation value) {
    return new MoleculeAnnotated(id, project, Erasable.of(Map.of(key, value)));
  }

  public static MoleculeAdded erased(MoleculeId id, ProjectId project, long count) {
    return new MoleculeAdded(
        id,
        project,
        MoleculeNumber.of(CODE, count),
        Erasable.erased(),
        Erasable.erased(),
        Erasable.erased());
  }

  public static MoleculeRenamed renamed(MoleculeId id, ProjectId project, String name) {
    return new MoleculeRenamed(id, project, Erasable.of(Optional.of(new MoleculeName(name))));
  }

  /** Now that it is known to be ethylamine. */
  public static StructureRevised revised(MoleculeId id, ProjectId project) {
    return new StructureRevised(id, project, Erasable.of(ethylamine()));
  }

  public static StructureFacts ethylamine() {
    return new StructureFacts(
        "NCC",
        "CCN",
        "InChI=1S/C2H7N/c1-2-3/h2-3H2,1H3",
        "QUSNBJAOOMFDIB-UHFFFAOYSA-N",
        Optional.of("QUSNBJAOOMFDIB-UHFFFAOYSA-N"),
        "C2H7N",
        45.0837,
        45.057849,
        new StructureFacts.Descriptors(-0.13, 26.02, 1, 1, 0, 3, 0, 1.0, 0),
        List.of(new StructureFacts.Component("CCN", 1)),
        "cd".repeat(32),
        "1",
        "CDK 2.11, InChI 1.07");
  }

  public static StructureFacts ethanol() {
    return new StructureFacts(
        "OCC",
        "CCO",
        "InChI=1S/C2H6O/c1-2-3/h3H,2H2,1H3",
        "LFQSCWFLJHTTHZ-UHFFFAOYSA-N",
        Optional.of("LFQSCWFLJHTTHZ-UHFFFAOYSA-N"),
        "C2H6O",
        46.0684,
        46.041865,
        new StructureFacts.Descriptors(-0.14, 20.23, 1, 1, 0, 3, 0, 1.0, 0),
        List.of(new StructureFacts.Component("CCO", 1)),
        "ab".repeat(32),
        "1",
        "CDK 2.11, InChI 1.07");
  }
}
