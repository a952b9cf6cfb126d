using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Wire;

namespace DynamoToolkit;

/// <summary>
/// Another writer saved a version first, or deleted the history, so the save wrote nothing: the latest version is not the one that the
/// writer saw. It is a <see cref="TransactionCanceledException"/>.
/// </summary>
/// <remarks>
/// Read the latest version again, apply the change to it, and save that, or let <c>UpdateVersionAsync</c> do so.
/// </remarks>
public sealed class VersionConflictException : TransactionCanceledException
{
    private readonly Dictionary<string, AttributeValue>? current;
    private readonly string? typeAttribute;

    internal VersionConflictException(
        TransactWriteCanceledException canceled,
        TableModel model,
        in ItemIdentity latest,
        long expected,
        long? actual,
        Dictionary<string, AttributeValue>? current)
        : base(
            Describe(latest, expected, actual), canceled, canceled.ErrorType, canceled.ErrorCode, canceled.RequestId, canceled.StatusCode)
    {
        CancellationReasons = canceled.CancellationReasons;
        typeAttribute = model.Discriminator?.AttributeName;
        this.current = current;
        (PartitionKey, SortKey) = (latest.Partition, latest.Sort);
        (ExpectedVersion, ActualVersion) = (expected, actual);
    }

    /// <summary>The item's partition key.</summary>
    public KeyValue PartitionKey { get; }

    /// <summary>The sort key of version 0, the copy of the latest version.</summary>
    public KeyValue SortKey { get; }

    /// <summary>The latest version that the writer saw; 0 if it saw none.</summary>
    public long ExpectedVersion { get; }

    /// <summary>The latest version that there is; null if there is none.</summary>
    public long? ActualVersion { get; }

    /// <summary>
    /// The latest version as it is now, without a second read; the default value if there is none, or if it is of another type of the
    /// family.
    /// </summary>
    /// <typeparam name="T">The item's type.</typeparam>
    /// <exception cref="ItemFormatException">The item does not fit the type.</exception>
    public T? CurrentItem<T>()
        where T : IDynamoMap<T> => Borders.CurrentItem.Of<T>(current, typeAttribute);

    private static string Describe(in ItemIdentity latest, long expected, long? actual)
    {
        var why = (expected, actual) switch
        {
            (_, { } found) when found != expected => FormattableString.Invariant(
                $"another writer was first. The latest version is {found}, but the save expected {expected}. Read it again, and save that."),
            (0, null) =>
                "there is a version 1, but no copy of the latest version. Delete what is left with DeleteHistoryAsync, and save again.",
            (_, null) => FormattableString.Invariant(
                $"there is no version, but the save expected {expected}. To begin a new history, save an item whose version is 0."),
            _ => "the new version exists already, although the latest version is the expected one. It was written without version control. "
                + "Delete it, and save again.",
        };
        var what = FormattableString.Invariant($"The save of version {expected + 1}");
        return $"{what} of '{latest.Partition}' in the table '{latest.TableName}' failed: {why}";
    }
}
