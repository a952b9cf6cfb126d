using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Users and their permissions as messages.</summary>
internal static class UserMessages
{
    /// <summary>A user with the permissions that it was given.</summary>
    public static User ToMessage(this UserItem user, IReadOnlyList<GrantItem> grants) => new()
    {
        Id = user.UserId,
        Username = user.Name,
        IsAdmin = user.IsAdmin,
        ExperimentPermissions = [.. grants.Where(g => g.Kind == ResourceKind.Experiment).Select(g => g.ToExperimentPermission(user))],
        RegisteredModelPermissions = [.. grants.Where(g => g.Kind == ResourceKind.Model).Select(g => g.ToModelPermission(user))],
    };

    /// <summary>A permission for an experiment.</summary>
    public static ExperimentPermission ToExperimentPermission(this GrantItem grant, UserItem user) =>
        new(grant.Resource, user.UserId, grant.Permission.ToString());

    /// <summary>A permission for a model.</summary>
    public static RegisteredModelPermission ToModelPermission(this GrantItem grant, UserItem user) =>
        new(grant.Resource, user.UserId, grant.Permission.ToString());
}
