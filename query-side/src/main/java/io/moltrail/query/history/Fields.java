package io.moltrail.query.history;

import io.moltrail.messages.molecule.StructureFacts;
import io.moltrail.query.molecules.MoleculeView;
import io.moltrail.query.projects.InvitationView;
import io.moltrail.query.projects.MembersView;
import io.moltrail.query.projects.ProjectView;
import io.moltrail.web.resources.MoleculeResource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can change about a project or a molecule, under the names that the resources give it. */
final class Fields {

  /** In which project a molecule stands. */
  static final String PROJECT = "projectId";

  private Fields() {}

  static Map<String, Object> of(
      ProjectView project, MembersView members, Collection<InvitationView> invitations) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("name", project.name());
    fields.put("code", project.code().value());
    fields.put("description", project.description());
    fields.put("regulated", project.regulated());
    fields.put("tautomers", project.tautomers());
    fields.put("archived", project.archived());
    Map<String, Object> roles = new TreeMap<>();
    members.members().forEach((user, membership) -> roles.put(user.toString(), membership.role()));
    fields.put("members", roles);
    fields.put("invitations", invited(invitations));
    return fields;
  }

  /** Without their addresses: a history is for every member, who was invited for the owner. */
  private static Map<String, Object> invited(Collection<InvitationView> invitations) {
    Map<String, Object> invited = new LinkedHashMap<>();
    invitations.forEach(
        it -> invited.put(it.id().toString(), Map.of("role", it.role(), "state", it.state())));
    return invited;
  }

  static Map<String, Object> of(MoleculeView molecule) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put(PROJECT, molecule.project().toString());
    fields.put("number", molecule.number().value());
    fields.put("name", molecule.name());
    putStructure(fields, molecule.structure());
    fields.put("annotations", MoleculeResource.plain(molecule.annotations()));
    fields.put("archived", molecule.archived());
    return fields;
  }

  private static void putStructure(Map<String, Object> fields, @Nullable StructureFacts structure) {
    if (structure != null) {
      fields.put("smiles", structure.smiles());
      fields.put("submitted", structure.submitted());
      fields.put("inchi", structure.inchi());
      fields.put("inchiKey", structure.inchiKey());
      fields.put("parentInchiKey", structure.parentInchiKey().orElse(null));
      fields.put("formula", structure.formula());
      fields.put("averageMass", structure.averageMass());
      fields.put("monoisotopicMass", structure.monoisotopicMass());
      fields.put("descriptors", structure.descriptors());
      fields.put("components", structure.components());
    }
  }
}
