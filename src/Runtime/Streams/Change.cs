namespace DynamoToolkit.Streams;

/// <summary>
/// One change of an item, as the table's stream reports it. A stream has the changes of one item in their order. A consumer may get a
/// change more than once, and the changes of different items in any order, even those of one transaction.
/// </summary>
/// <typeparam name="T">The item type. Of a struct, an item that does not exist is the default value and not null.</typeparam>
public sealed class Change<T>
    where T : IItem<T>
{
    /// <summary>What happened, from the point of view of the type.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The item's key.</summary>
    public required ItemKey<T> Key { get; init; }

    /// <summary>The item before the change; null for an <see cref="ChangeKind.Insert"/>.</summary>
    public T? Old { get; init; }

    /// <summary>The item after the change; null for a <see cref="ChangeKind.Remove"/> and for <see cref="ChangeKind.Expired"/>.</summary>
    public T? New { get; init; }

    /// <summary>
    /// The position of the change. Later changes of the same item have higher numbers. The numbers of different items can't be compared.
    /// </summary>
    public required SequenceNumber SequenceNumber { get; init; }

    /// <summary>The id of the record. A change that comes again has the same id.</summary>
    public string EventId { get; init; } = "";

    /// <summary>When the item changed. The service rounds it down to a second, so it is no order.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Kind} of {typeof(T).Name} {Key} at {SequenceNumber}";
}
