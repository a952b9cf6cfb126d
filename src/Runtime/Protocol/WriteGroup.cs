using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Protocol;

/// <summary>
/// Executes one write together with its companions, which no single operation of the service can do: as a transaction with a token, so that
/// the service knows a request again whose response was lost.
/// </summary>
internal static class WriteGroup
{
    /// <summary>Sends the group.</summary>
    /// <exception cref="UniqueValueTakenException">A unique value is taken.</exception>
    /// <exception cref="ConditionalCheckFailedException">The condition of the write does not hold.</exception>
    public static async Task<ItemResponse<TPart>> SendAsync<TPart>(
        WriteRequest write, IReadOnlyList<WriteRequest> companions, CancellationToken cancellationToken)
        where TPart : IDynamoMap<TPart>
    {
        if (write.Returned is not ReturnedItem.None)
        {
            throw new InvalidOperationException(
                $"The {write.Operation} requests the item back, but its unique values need a transaction, which returns no items. "
                + "Read the item afterwards.");
        }

        List<WriteRequest> all = [write, .. companions];
        OperationGuard.CheckCount(all.Count);
        while (true)
        {
            using var body = WireBuffer.Rent();
            Write(body, write, all);
            var request = new DynamoRequest(DynamoOperation.TransactWriteItems, body.WrittenMemory, [write.Table.Name], all.Count)
            {
                ReturnsConsumedCapacity = write.Capacity is not CapacityDetail.None,
            };
            try
            {
                using var response = await write.Table.Client.SendAsync(request, write.Retries, cancellationToken)
                    .ConfigureAwait(false);
                write.Succeed();
                return ResponseOf<TPart>(TransactWriteItems.Read(response.WrittenSpan), write.Identity.Partition);
            }
            catch (TransactionCanceledException canceled) when (IRelease.TryLeave(all, canceled.CancellationReasons))
            {
                // Another item holds what this one was about to release. Send again without that.
            }
            catch (TransactionCanceledException canceled)
            {
                throw ErrorOf(canceled, all);
            }
            catch (ResourceNotFoundException missing)
            {
                throw RequestErrors.TableMissing(missing, write.Operation, write.Identity);
            }
        }
    }

    /// <summary>Writes the request with a new token.</summary>
    public static void Write(WireBuffer body, WriteRequest write, IReadOnlyList<WriteRequest> all) =>
        TransactWriteItems.Write(body, all, Guid.NewGuid().ToString("N"), write.Capacity, write.ReturnsCollectionMetrics);

    private static ItemResponse<TPart> ResponseOf<TPart>(WriteMetrics metrics, KeyValue partition)
        where TPart : IDynamoMap<TPart> => new()
        {
            Capacity = metrics.Capacity.Aggregate(default(ConsumedCapacity), ConsumedCapacity.Sum),
            // A reservation has another partition key.
            CollectionMetrics = metrics.Collections.Values.SelectMany(static all => all).FirstOrDefault(one => one.Partition == partition),
        };

    /// <summary>
    /// The error that the write alone would have had, if it is the one that failed. Only an item that is as expected may be told that a
    /// value is taken.
    /// </summary>
    private static Exception ErrorOf(TransactionCanceledException canceled, List<WriteRequest> all)
    {
        var reasons = canceled.CancellationReasons ?? [];
        if (reasons.Count != all.Count)
            return canceled;

        if (reasons[0].Code is "ConditionalCheckFailed")
        {
            var failed = new ConditionalCheckFailedException(
                reasons[0].Message,
                canceled,
                canceled.ErrorType,
                "ConditionalCheckFailedException",
                canceled.RequestId,
                canceled.StatusCode)
            {
                Item = reasons[0].Item,
            };
            return RequestErrors.ConditionFailed(failed, all[0]);
        }

        if (reasons.Exists(static reason => reason.Code is not (null or "None" or "ConditionalCheckFailed")))
            return canceled;

        List<TakenUniqueValue> taken = [.. TakenIn(all, reasons)];
        return taken.Count == 0 ? canceled : RequestErrors.ValueTaken(canceled, all[0], taken);
    }

    private static IEnumerable<TakenUniqueValue> TakenIn(List<WriteRequest> all, List<CancellationReason> reasons) => all
        .Zip(reasons)
        .Where(static one => one.Second.Code is "ConditionalCheckFailed" && one.First.Reserved is { IsReleased: false })
        .Select(static one => new TakenUniqueValue(one.First.Reserved!.Constraint, one.First.Reserved.Value, one.Second.Item));
}
