package io.moltrail.eventstore.golden;

import io.moltrail.messages.Erasable;
import io.moltrail.messages.Event;
import io.moltrail.messages.MetadataKeys;
import io.moltrail.messages.molecule.Annotation;
import io.moltrail.messages.molecule.AnnotationsRemoved;
import io.moltrail.messages.molecule.MoleculeAdded;
import io.moltrail.messages.molecule.MoleculeAnnotated;
import io.moltrail.messages.molecule.MoleculeArchived;
import io.moltrail.messages.molecule.MoleculeEvent;
import io.moltrail.messages.molecule.MoleculeId;
import io.moltrail.messages.molecule.MoleculeMoved;
import io.moltrail.messages.molecule.MoleculeName;
import io.moltrail.messages.molecule.MoleculeNumber;
import io.moltrail.messages.molecule.MoleculeRenamed;
import io.moltrail.messages.molecule.MoleculeRestored;
import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.messages.molecule.StructureRevised;
import io.moltrail.messages.project.InvitationAccepted;
import io.moltrail.messages.project.InvitationExpired;
import io.moltrail.messages.project.InvitationId;
import io.moltrail.messages.project.InvitationWithdrawn;
import io.moltrail.messages.project.MemberAdded;
import io.moltrail.messages.project.MemberInvited;
import io.moltrail.messages.project.MemberRemoved;
import io.moltrail.messages.project.MemberRole;
import io.moltrail.messages.project.MemberRoleChanged;
import io.moltrail.messages.project.OwnershipTransferred;
import io.moltrail.messages.project.ProjectArchived;
import io.moltrail.messages.project.ProjectCode;
import io.moltrail.messages.project.ProjectCreated;
import io.moltrail.messages.project.ProjectDescribed;
import io.moltrail.messages.project.ProjectDescription;
import io.moltrail.messages.project.ProjectId;
import io.moltrail.messages.project.ProjectName;
import io.moltrail.messages.project.ProjectRenamed;
import io.moltrail.messages.project.ProjectRestored;
import io.moltrail.messages.project.Tautomers;
import io.moltrail.messages.user.DisplayName;
import io.moltrail.messages.user.DisplayNameChanged;
import io.moltrail.messages.user.EmailAddress;
import io.moltrail.messages.user.EmailChanged;
import io.moltrail.messages.user.EmailVerified;
import io.moltrail.messages.user.RoleGranted;
import io.moltrail.messages.user.RoleRevoked;
import io.moltrail.messages.user.SystemRole;
import io.moltrail.messages.user.Tier;
import io.moltrail.messages.user.TierChanged;
import io.moltrail.messages.user.UserId;
import io.moltrail.messages.user.UserRegistered;
import io.moltrail.messages.user.UserReinstated;
import io.moltrail.messages.user.UserSuspended;
import io.moltrail.messages.user.VerifiedBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One event of each type with everything in it, from which samples are made. A set has one element:
 * its order in JSON is anybody's guess.
 */
final class SampleEvents {

  private static final UserId ADA = new UserId(id(1));
  private static final UserId GRACE = new UserId(id(2));
  private static final ProjectId PROJECT = new ProjectId(id(3));
  private static final MoleculeId MOLECULE = new MoleculeId(id(4));
  private static final ProjectId ELSEWHERE = new ProjectId(id(7));
  private static final InvitationId INVITATION = new InvitationId(id(7));

  /** One of each, in the order of the registry. */
  static final List<Event> ALL =
      List.of(
          new UserRegistered(
              ADA,
              Erasable.of(new EmailAddress("ada@moltrail.example")),
              Erasable.of(new DisplayName("Ada Lovelace")),
              Tier.PRO,
              Set.of(SystemRole.USER)),
          new EmailVerified(ADA, VerifiedBy.ADMINISTRATOR),
          new EmailChanged(ADA, Erasable.of(new EmailAddress("ada.king@example.org"))),
          new DisplayNameChanged(ADA, Erasable.of(new DisplayName("Ada King"))),
          new TierChanged(ADA, Tier.ENTERPRISE),
          new RoleGranted(ADA, SystemRole.AUDITOR),
          new RoleRevoked(ADA, SystemRole.AUDITOR),
          new UserSuspended(ADA),
          new UserReinstated(ADA),
          new ProjectCreated(
              PROJECT,
              ADA,
              new ProjectCode("KIN"),
              Erasable.of(new ProjectName("Kinase inhibitors")),
              Erasable.of(new ProjectDescription("All of them")),
              true,
              Tautomers.SAME),
          new ProjectRenamed(PROJECT, Erasable.of(new ProjectName("JAK2 inhibitors"))),
          new ProjectDescribed(PROJECT, Erasable.of(new ProjectDescription("The selective ones"))),
          new MemberAdded(PROJECT, GRACE, MemberRole.VIEWER),
          new MemberRoleChanged(PROJECT, GRACE, MemberRole.EDITOR),
          new MemberRemoved(PROJECT, GRACE),
          new OwnershipTransferred(PROJECT, ADA, GRACE),
          new MemberInvited(
              PROJECT,
              INVITATION,
              Erasable.of(new EmailAddress("grace@moltrail.example")),
              MemberRole.EDITOR,
              Instant.parse("2026-01-08T09:30:00.123456Z")),
          new InvitationWithdrawn(PROJECT, INVITATION),
          new InvitationAccepted(PROJECT, INVITATION, GRACE, MemberRole.EDITOR),
          new InvitationExpired(PROJECT, INVITATION),
          new ProjectArchived(PROJECT),
          new ProjectRestored(PROJECT),
          new MoleculeAdded(
              MOLECULE,
              PROJECT,
              new MoleculeNumber("KIN-000042"),
              Erasable.of(sodiumAcetate()),
              Erasable.of(Optional.of(new MoleculeName("Sodium acetate"))),
              Erasable.of(annotations())),
          new MoleculeRenamed(
              MOLECULE, PROJECT, Erasable.of(Optional.of(new MoleculeName("Acetate of sodium")))),
          new StructureRevised(MOLECULE, PROJECT, Erasable.of(sodiumAcetate())),
          new MoleculeAnnotated(
              MOLECULE,
              PROJECT,
              Erasable.of(
                  Map.of(
                      "colour", new Annotation.Text("white"),
                      "melting point", new Annotation.Quantity(new BigDecimal("324.0")),
                      "hygroscopic", new Annotation.Flag(true)))),
          new AnnotationsRemoved(MOLECULE, PROJECT, Erasable.of(Set.of("batch"))),
          new MoleculeArchived(MOLECULE, PROJECT),
          new MoleculeRestored(MOLECULE, PROJECT),
          new MoleculeMoved(
              MOLECULE,
              PROJECT,
              ELSEWHERE,
              new MoleculeNumber("SALT-000007"),
              Erasable.of(sodiumAcetate()),
              Erasable.of(Optional.of(new MoleculeName("Sodium acetate"))),
              Erasable.of(annotations())));

  /** As the command side writes it, with a reason. */
  static final Map<String, String> METADATA =
      Map.of(
          MetadataKeys.ACTOR, ADA.toString(),
          MetadataKeys.CORRELATION_ID, id(5).toString(),
          MetadataKeys.CAUSATION_ID, id(6).toString(),
          MetadataKeys.REQUEST_ID, id(5).toString(),
          MetadataKeys.REASON, "because it is so");

  private SampleEvents() {}

  static Event of(Class<? extends Event> type) {
    return ALL.stream()
        .filter(type::isInstance)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Give SampleEvents a " + type.getName()));
  }

  static String aggregateId(Event event) {
    return event instanceof MoleculeEvent it
        ? it.moleculeId().toString()
        : event.subject().value().toString();
  }

  private static UUID id(int n) {
    return UUID.fromString("0198f2c4-5b1e-7a3d-8c60-00000000000" + n);
  }

  private static Map<String, Annotation> annotations() {
    return Map.of(
        "batch", new Annotation.Text("B-17"),
        "purity", new Annotation.Quantity(new BigDecimal("99.10")),
        "dry", new Annotation.Flag(true));
  }

  private static StructureFacts sodiumAcetate() {
    return new StructureFacts(
        "[Na+].CC([O-])=O",
        "CC([O-])=O.[Na+]",
        "InChI=1S/C2H4O2.Na/c1-2(3)4;/h1H3,(H,3,4);/q;+1/p-1",
        "VMHLLURERBWHNL-UHFFFAOYSA-M",
        Optional.of("QTBSBXVTEAMEQO-UHFFFAOYSA-M"),
        "C2H3NaO2",
        82.0338,
        82.003074,
        new StructureFacts.Descriptors(-1.5, 40.13, 0, 2, 0, 5, 0, 0.5, 0),
        List.of(
            new StructureFacts.Component("CC([O-])=O", 1),
            new StructureFacts.Component("[Na+]", 1)),
        "9f".repeat(32),
        "1",
        "CDK 2.11, InChI 1.07");
  }
}
