using System.Globalization;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Protocol;

namespace DynamoToolkit.Patterns.Versioning;

/// <summary>Sends the transactions of this pattern, and reads what they found.</summary>
internal static class VersionTransaction
{
    /// <summary>Sends the operations with one token, until the service executes them, or refuses them for good.</summary>
    /// <exception cref="TransactWriteCanceledException">The service refused them.</exception>
    public static Task<TransactWriteResult> SendAsync(
        ClientContext client, IReadOnlyList<IWriteOperation> operations, CapacityDetail capacity, CancellationToken cancellationToken) =>
        Transactions.WriteOwnAsync(
            client, operations, new TransactWriteOptions { ReturnConsumedCapacity = capacity }, cancellationToken);

    /// <summary>The version that a current version 0 is the copy of; null if there is none.</summary>
    public static long? LatestOf(VersionModel versions, Dictionary<string, AttributeValue>? current) =>
        current?.GetValueOrDefault(versions.LatestVersionAttributeName) is { N: { } number }
            && long.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var version)
            ? version
            : null;
}
