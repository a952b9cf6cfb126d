using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>The part of a save that puts the new version, which must not exist.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class PutVersion<T> : WriteRequest
    where T : class, IVersionedItem<T>
{
    private readonly VersionBytes<T> version;

    public PutVersion(TableHandle table, VersionBytes<T> version)
        : base(table)
    {
        this.version = version;
        Condition = Existence.IsAbsent(T.Model, table.Time);
    }

    public override TableModel Model => T.Model;

    public override ItemIdentity Identity => ItemIdentity.Of(Table.Name, T.KeyOf(version.Item));

    public override DynamoOperation Operation => DynamoOperation.TransactWriteItems;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Put\":"u8;

    protected override string? VersionObstacle => null;

    protected override void WriteContent(ref ItemWriter writer, ExpressionContext context)
    {
        writer.WriteRaw(",\"Item\":"u8);
        writer.WriteRaw(version.Bytes);
    }
}
