package io.moltrail.messages.project;

import io.moltrail.messages.Command;

/** What can be asked of a project. */
public sealed interface ProjectCommand extends Command
    permits CreateProject,
        RenameProject,
        DescribeProject,
        RenameAndDescribeProject,
        AddMember,
        ChangeMemberRole,
        RemoveMember,
        TransferOwnership,
        InviteMember,
        WithdrawInvitation,
        AcceptInvitation,
        ExpireInvitation,
        ArchiveProject,
        RestoreProject,
        AddMolecule,
        AddMolecules {

  ProjectId projectId();
}
