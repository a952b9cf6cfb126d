using System.Runtime.CompilerServices;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>Reads only the keys of versions, also of those that no longer fit their type.</summary>
internal static class VersionKeys
{
    /// <summary>The keys of the items that a query finds.</summary>
    /// <typeparam name="T">The item type.</typeparam>
    public static async IAsyncEnumerable<ItemKey<T>> ReadAsync<T>(
        QueryPlan plan, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : IItem<T>
    {
        using var walk = new PageWalk(plan with { Projection = [.. T.Model.Keys.Select(static key => key.AttributeName)] });
        while (await walk.NextPageAsync(wanted: null, cancellationToken).ConfigureAwait(false))
        {
            while (walk.NextItem())
            {
                if (Read<T>(plan, walk) is { } key)
                    yield return key;
            }
        }
    }

    private static ItemKey<T>? Read<T>(QueryPlan plan, PageWalk walk)
        where T : IItem<T>
    {
        var cursor = walk.Cursor();
        var belongs = plan.Check?.Holds(cursor) != false;
        var identity = KeyReader.ReadIdentity(cursor.ReadRaw(), plan.Table.Name, T.Model.Partition, T.Model.Sort);
        walk.SkipItem();
        return belongs ? new ItemKey<T>(identity.Partition, identity.Sort) : null;
    }
}
