using Amazon.DynamoDBv2.Model;
using DynamoToolkit;
using TrackingStore.Errors;
using TrackingStore.Model;
using TrackingStore.Values;
using static TrackingStore.Errors.TrackingError;

namespace TrackingStore.Store;

/// <summary>Permissions of users for experiments and models.</summary>
internal sealed class GrantStore(TrackingTable table, UserStore users)
{
    /// <summary>A permission of a user; null if none was given for it.</summary>
    public async Task<GrantItem?> FindAsync(string userName, ResourceKind kind, string resource, CancellationToken cancellationToken) =>
        !Limits.Exceeds(userName, Limits.UserName) && IsResource(kind, resource)
            ? await table.Grants.GetAsync(GrantItem.Key(userName, kind, resource), consistentRead: true, cancellationToken)
            : null;

    /// <summary>All permissions of a user.</summary>
    public Task<IReadOnlyList<GrantItem>> OfUserAsync(string userName, CancellationToken cancellationToken) =>
        table.GrantsOfAsync(userName, cancellationToken);

    /// <summary>A permission of a user; an error if none was given for it.</summary>
    public async Task<(UserItem User, GrantItem Grant)> RequireAsync(
        string userName, GrantTarget target, CancellationToken cancellationToken)
    {
        var user = await users.RequireAsync(userName, cancellationToken);
        return (user, await FindAsync(userName, target.Kind, target.Id, cancellationToken) ?? throw Missing(userName, target));
    }

    /// <summary>Gives a permission for something for which the user has none.</summary>
    public async Task<(UserItem User, GrantItem Grant)> CreateAsync(
        string userName, GrantTarget target, Permission permission, CancellationToken cancellationToken)
    {
        var user = await users.RequireAsync(userName, cancellationToken);
        var grant = ItemOf(userName, target, permission);
        // The same permission again is fine: the answer to a first attempt may have been lost.
        var put = table.Grants.Put(grant).If(g => g.Permission.NotExists() | g.Permission == permission);
        // Another user may have the name by now, and what the permission is for may be gone: nothing would take it back.
        var sameUser = table.Users.Check(UserItem.Key(userName)).If(u => u.UserId == user.UserId);
        var resource = CheckExists(target);
        try
        {
            await table.Client.TransactWriteAsync([put, sameUser, resource], cancellationToken);
            return (user, grant);
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(put))
        {
            throw new TrackingException(new GrantExists(userName, target));
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(sameUser))
        {
            throw new TrackingException(new UserChanged(userName));
        }
        catch (TransactWriteCanceledException e) when (e.ConditionFailed(resource))
        {
            throw new TrackingException(
                target.Kind == ResourceKind.Experiment ? new ExperimentMissing(target.Id) : new ModelMissing(target.Name));
        }
    }

    /// <summary>Changes a permission.</summary>
    public async Task UpdateAsync(string userName, GrantTarget target, Permission permission, CancellationToken cancellationToken)
    {
        await RequireAsync(userName, target, cancellationToken);
        try
        {
            // Another request may have taken it back since it was read.
            await table.Grants.Put(ItemOf(userName, target, permission)).IfExists().ExecuteAsync(cancellationToken);
        }
        catch (ConditionalCheckFailedException)
        {
            throw Missing(userName, target);
        }
    }

    /// <summary>Takes a permission back.</summary>
    public async Task DeleteAsync(string userName, GrantTarget target, CancellationToken cancellationToken)
    {
        await RequireAsync(userName, target, cancellationToken);
        await table.Grants.DeleteAsync(GrantItem.Key(userName, target.Kind, target.Id), cancellationToken);
    }

    /// <summary>Whether a permission can be for it. A text that is not an id may not even fit into a key.</summary>
    private static bool IsResource(ResourceKind kind, string resource) =>
        kind == ResourceKind.Experiment ? ExperimentIds.IsValid(resource) : RunIds.IsValid(resource);

    private IWriteOperation CheckExists(GrantTarget target) => target.Kind == ResourceKind.Experiment
        ? table.Experiments.Check(ExperimentItem.Key(target.Id)).If(e => e.Name.Exists())
        : table.Models.Check(RegisteredModelItem.Key(target.Id)).If(m => m.Name.Exists());

    private static GrantItem ItemOf(string userName, GrantTarget target, Permission permission) =>
        new() { UserName = userName, Kind = target.Kind, Resource = target.Id, Permission = permission };

    private static TrackingException Missing(string userName, GrantTarget target) => new(new GrantMissing(userName, target));
}
