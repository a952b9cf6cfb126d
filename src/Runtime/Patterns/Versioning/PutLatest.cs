using System.Text;
using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>
/// The part of a save that puts version 0, the copy of the new version. It must still be the copy of the version that the writer saw, or not
/// exist if the writer saw none.
/// </summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class PutLatest<T> : WriteRequest
    where T : class, IVersionedItem<T>
{
    private readonly VersionBytes<T> version;
    private readonly long expected;
    private readonly bool comparesLatestOnly;
    private Condition? isAsSeen;

    /// <param name="table">The table.</param>
    /// <param name="version">The new version.</param>
    /// <param name="expected">The version that the writer saw; 0 for none.</param>
    /// <param name="writeId">The id that the write stores; null for none. An item that has it was written by the same save.</param>
    /// <param name="comparesLatestOnly">
    /// Whether the members that only this item stores must be equal to the stored ones, because the writer may not know these.
    /// </param>
    public PutLatest(TableHandle table, VersionBytes<T> version, long expected, string? writeId, bool comparesLatestOnly)
        : base(table)
    {
        this.version = version;
        this.expected = expected;
        this.comparesLatestOnly = comparesLatestOnly;
        ReturnsItemOnFailure = true;
        Condition = expected == 0
            ? Existence.IsAbsent(T.Model, table.Time)
            : new EqualsKeyCondition(new AttributePath(Versions.LatestVersionAttributeName), KeyValue.Of(expected));
        if (writeId is not null)
            Condition &= !new EqualsKeyCondition(new AttributePath(VersionModel.WriteIdAttributeName), KeyValue.Of(writeId));
    }

    public override TableModel Model => T.Model;

    public override ItemIdentity Identity =>
        ItemIdentity.Of(Table.Name, ItemHistory<T>.Of(T.KeyOf(version.Item)).LatestKey);

    public override DynamoOperation Operation => DynamoOperation.TransactWriteItems;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Put\":"u8;

    protected override string? VersionObstacle => null;

    protected override Condition? StampCondition => isAsSeen;

    private static VersionModel Versions => T.Model.Versions!;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Item\":"u8);
        var start = writer.Position;
        T.WriteLatest(ref writer, version.Bytes, version.Item);
        var json = writer.Written(start);
        ItemText.Check(T.Model, json);
        if (comparesLatestOnly && expected > 0)
            isAsSeen ??= AsSeen(json);
    }

    /// <summary>The condition that the members that only this item stores are those of the stored item.</summary>
    private static Condition? AsSeen(ReadOnlySpan<byte> json)
    {
        Condition? all = null;
        foreach (var name in Versions.LatestOnlyAttributes)
        {
            var path = new AttributePath(name);
            all = Condition.Both(
                all,
                Find(json, name) is { } value
                    ? new StoredEqualsCondition(path, value)
                    : new ExistenceCondition(path, exists: false));
        }

        return all;
    }

    private static byte[]? Find(ReadOnlySpan<byte> json, string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        var cursor = new JsonCursor(json);
        while (cursor.NextMember(out var found))
        {
            var value = cursor.ReadRaw();
            if (found.SequenceEqual(utf8))
                return value.ToArray();
        }

        return null;
    }
}
