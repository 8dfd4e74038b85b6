package io.moltrail.acceptance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a team must find after all that it did, kept by plain maps; it knows nothing of how Moltrail
 * works.
 */
final class TeamModel {

  final Map<String, TeamProject> projects = new LinkedHashMap<>();
  final Map<String, TeamMolecule> molecules = new LinkedHashMap<>();

  List<TeamProject> visibleTo(String user) {
    return projects.values().stream().filter(it -> it.members.containsKey(user)).toList();
  }

  List<TeamMolecule> in(TeamProject project, boolean archived) {
    return molecules.values().stream()
        .filter(it -> it.project == project && it.archived == archived)
        .sorted(Comparator.comparing(it -> it.number))
        .toList();
  }

  long count(TeamProject project) {
    return molecules.values().stream().filter(it -> it.project == project).count();
  }

  /** A project, as it should be. */
  static final class TeamProject {
    final String id;
    final String code;
    final boolean regulated;
    final Map<String, String> members = new TreeMap<>();
    final List<Happened> history = new ArrayList<>();
    String name;
    String description = "";
    long version = 1;

    TeamProject(String id, String code, String name, boolean regulated, String owner) {
      this.id = id;
      this.code = code;
      this.name = name;
      this.regulated = regulated;
      members.put(owner, "OWNER");
    }
  }

  /** A molecule, as it should be. */
  static final class TeamMolecule {
    final String id;
    final String createdBy;
    final Map<String, Object> annotations = new TreeMap<>();
    TeamProject project;
    String number;
    String spelling;
    @Nullable String name;
    String updatedBy;
    boolean archived;
    long version = 1;

    TeamMolecule(String id, TeamProject project, String number, String spelling, String by) {
      this.id = id;
      this.project = project;
      this.number = number;
      this.spelling = spelling;
      this.createdBy = by;
      this.updatedBy = by;
    }
  }

  /** Something that is in a project's history. */
  record Happened(String actor, @Nullable String reason) {}
}
