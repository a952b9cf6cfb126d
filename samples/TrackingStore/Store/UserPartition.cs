using DynamoToolkit;
using TrackingStore.Model;

namespace TrackingStore.Store;

/// <summary>What the table has of a user besides the user's own item.</summary>
internal static class UserPartition
{
    /// <summary>The tokens of a user.</summary>
    public static async Task<IReadOnlyList<AccessTokenItem>> TokensOfAsync(
        this TrackingTable table, string userName, CancellationToken cancellationToken) =>
        await table.AccessTokens.Query(AccessTokenItem.Partition(userName)).ConsistentRead().ToListAsync(cancellationToken);

    /// <summary>The permissions of a user.</summary>
    public static async Task<IReadOnlyList<GrantItem>> GrantsOfAsync(
        this TrackingTable table, string userName, CancellationToken cancellationToken) =>
        await table.Grants.Query(GrantItem.Partition(userName)).ConsistentRead().ToListAsync(cancellationToken);

    /// <summary>Removes the tokens and permissions of a name that no user has.</summary>
    public static async Task RemoveRestOfAsync(this TrackingTable table, string userName, CancellationToken cancellationToken)
    {
        var tokens = await table.TokensOfAsync(userName, cancellationToken);
        var grants = await table.GrantsOfAsync(userName, cancellationToken);
        IWriteOperation[] deletes = [.. tokens.Select(table.AccessTokens.Delete), .. grants.Select(table.Grants.Delete)];
        await table.Client.BatchAsync(deletes, cancellationToken);
    }
}
