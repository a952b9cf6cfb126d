using System.Runtime.CompilerServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Decides while reading whether an item's keys are keys of a type. DynamoDB can compare the beginning of a key, but not parse it, so a
/// query of <c>ORDER#{Id}</c> also gets <c>ORDER#{Id}#LINE#{No}</c>.
/// </summary>
internal sealed class KeyCheck
{
    private readonly KeyModel[] keys;

    private KeyCheck(KeyModel[] keys) => this.keys = keys;

    /// <summary>
    /// The check of a query of the table, whose key condition gives the partition key, and the sort key if that is constant and the caller
    /// asks for no range; null if every item passes.
    /// </summary>
    public static KeyCheck? OfQuery(TableModel model, bool hasRange) =>
        Of(model.Sort is { } sort && (hasRange || !sort.IsConstant) ? [sort] : []);

    /// <summary>The check of a scan, whose filter compares constant keys; null if every item passes.</summary>
    public static KeyCheck? OfScan(TableModel model) => Of(model.Keys.Where(static key => !key.IsConstant));

    /// <summary>
    /// The check of a query of an index, whose filter compares constant keys unless they are keys of the index, too; null if every item
    /// passes.
    /// </summary>
    public static KeyCheck? OfIndexQuery(TableModel model, IndexModel index) =>
        Of(model.Keys.Where(key => !key.IsConstant || index.HasKey(key.AttributeName)));

    /// <summary>The check of all keys, where the service compares none of them exactly; null if every item passes.</summary>
    public static KeyCheck? OfAll(TableModel model) => Of(model.Keys);

    /// <summary>The attributes that the check needs.</summary>
    public IEnumerable<string> AttributeNames => keys.Select(static key => key.AttributeName);

    /// <summary>Whether an item passes.</summary>
    /// <param name="item">A cursor before the item.</param>
    /// <exception cref="ItemFormatException">The item lacks a key attribute.</exception>
    public bool Holds(JsonCursor item)
    {
        var left = keys.Length;
        while (item.NextMember(out var name))
        {
            if (Find(name) is not { } key)
            {
                item.Skip();
                continue;
            }

            var reader = new ItemReader(item.Rest);
            if (!key.Matches(reader.ReadText()))
                return false;
            if (--left == 0)
                return true;

            item.Advance(reader.Position);
        }

        throw new ItemFormatException(keys[0].AttributeName, "a key", "no such attribute");
    }

    private static KeyCheck? Of(IEnumerable<KeyModel> keys)
    {
        // Only String keys have templates; every Number and Binary is a key of the type.
        KeyModel[] selective = [.. keys.Where(static key => !key.MatchesAll)];
        return selective.Length == 0 ? null : new KeyCheck(selective);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private KeyModel? Find(ReadOnlySpan<byte> name)
    {
        foreach (var key in keys)
        {
            if (key.IsNamed(name))
                return key;
        }

        return null;
    }
}
