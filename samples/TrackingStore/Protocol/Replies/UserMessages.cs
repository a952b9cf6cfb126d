using TrackingStore.Model;
using TrackingStore.Protocol.Messages;
using TrackingStore.Values;

namespace TrackingStore.Protocol.Replies;

/// <summary>Users and their permissions as messages.</summary>
internal static class UserMessages
{
    /// <summary>A user with the permissions that it was given.</summary>
    /// <param name="user">The user.</param>
    /// <param name="grants">Its permissions.</param>
    /// <param name="models">The names of the registered models that they are for, by id; without those that do not exist any more.</param>
    public static User ToMessage(
        this UserItem user, IReadOnlyList<GrantItem> grants, IReadOnlyDictionary<string, string> models) => new()
        {
            Id = user.UserId,
            Username = user.Name,
            IsAdmin = user.IsAdmin,
            ExperimentPermissions = [.. grants.Where(g => g.Kind == ResourceKind.Experiment).Select(g => g.ToExperimentPermission(user))],
            RegisteredModelPermissions =
        [
            .. grants.Where(g => g.Kind == ResourceKind.Model && models.ContainsKey(g.Resource))
                .Select(g => g.ToModelPermission(user, models[g.Resource])),
        ],
        };

    /// <summary>A permission for an experiment.</summary>
    public static ExperimentPermission ToExperimentPermission(this GrantItem grant, UserItem user) =>
        new(grant.Resource, user.UserId, grant.Permission.ToString());

    /// <summary>A permission for a model.</summary>
    public static RegisteredModelPermission ToModelPermission(this GrantItem grant, UserItem user, string name) =>
        new(name, user.UserId, grant.Permission.ToString());
}
