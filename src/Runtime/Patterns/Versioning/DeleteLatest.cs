using DynamoToolkit.Expressions;
using DynamoToolkit.Protocol;
using DynamoToolkit.Transport;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>The end of the deletion of a history: deletes version 0, which must still be the copy of a version.</summary>
/// <typeparam name="T">The item type.</typeparam>
internal sealed class DeleteLatest<T> : KeyedWrite<T>
    where T : class, IVersionedItem<T>
{
    public DeleteLatest(TableHandle table, ItemHistory<T> history, long latest)
        : base(table, history.LatestKey)
    {
        Condition = new EqualsKeyCondition(new AttributePath(T.Model.Versions!.LatestVersionAttributeName), KeyValue.Of(latest));
        ReturnsItemOnFailure = true;
    }

    public override DynamoOperation Operation => DynamoOperation.TransactWriteItems;

    protected override ReadOnlySpan<byte> TransactOpening => "{\"Delete\":"u8;

    protected override string? VersionObstacle => null;
}
