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
        string userName, ResourceKind kind, string resource, CancellationToken cancellationToken)
    {
        var user = await users.RequireAsync(userName, cancellationToken);
        return (user, await FindAsync(userName, kind, resource, cancellationToken) ?? throw Missing(userName, kind, resource));
    }

    /// <summary>Gives a permission for something for which the user has none.</summary>
    public async Task<UserItem> CreateAsync(GrantItem grant, CancellationToken cancellationToken)
    {
        var user = await users.RequireAsync(grant.UserName, cancellationToken);
        try
        {
            // The same permission again is fine: the answer to a first attempt may have been lost.
            var put = table.Grants.Put(grant).If(g => g.Permission.NotExists() | g.Permission == grant.Permission);
            await put.ExecuteAsync(cancellationToken);
            return user;
        }
        catch (ConditionalCheckFailedException)
        {
            throw new TrackingException(new GrantExists(grant.UserName, grant.Kind, grant.Resource));
        }
    }

    /// <summary>Changes a permission.</summary>
    public async Task UpdateAsync(GrantItem grant, CancellationToken cancellationToken)
    {
        await RequireAsync(grant.UserName, grant.Kind, grant.Resource, cancellationToken);
        await table.Grants.PutAsync(grant, cancellationToken);
    }

    /// <summary>Takes a permission back.</summary>
    public async Task DeleteAsync(string userName, ResourceKind kind, string resource, CancellationToken cancellationToken)
    {
        var (_, grant) = await RequireAsync(userName, kind, resource, cancellationToken);
        await table.Grants.DeleteAsync(GrantItem.Key(grant.UserName, grant.Kind, grant.Resource), cancellationToken);
    }

    /// <summary>Whether a permission can be for it. What is no id may not even fit into a key.</summary>
    private static bool IsResource(ResourceKind kind, string resource) =>
        kind == ResourceKind.Experiment ? ExperimentIds.IsValid(resource) : RunIds.IsValid(resource);

    private static TrackingException Missing(string userName, ResourceKind kind, string resource) =>
        new(new GrantMissing(userName, kind, resource));
}
