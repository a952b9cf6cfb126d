namespace DynamoToolkit.Benchmarks.Measuring;

/// <summary>What the library promises about its speed, as ratios to what else was measured in the same run, and as bytes.</summary>
internal static class Targets
{
    private const string Clone = "Clone of the objects";

    // What nobody had measured keeps the proportions of what had been: 5,000 of 33,800 bytes, and 1.01 of the entities of 6.76 million.
    private const double LikeGetItem = 0.148;
    private const double LikeQuery = 0.3;

    /// <summary>
    /// What a signed, checked and retried call may cost at most, in calls that are none of this. The ratio to the SDK would say less: it
    /// depends on how fast a machine's kernel is beside its processor, and so differs between machines.
    /// </summary>
    private const double OfFloor = 1.22;

    /// <summary>Mapping: nothing allocated but the entities, and a fifth and a quarter of the low-level path's time.</summary>
    public static IEnumerable<Target> OfMapping(Results results, string ours)
    {
        var write = results.Of("Write 1", ours);
        yield return new("Write 1 item: bytes", 0, write.AllocatedBytes);
        yield return new("Write 1 item: time of SDK low-level", 0.2, results.MinimumRatio(write));

        var read = results.Of("Read 1", ours);
        yield return new(
            "Read 1 item: bytes; the limit is the copy of the objects", results.Of("Read 1", Clone).AllocatedBytes, read.AllocatedBytes);
        yield return new("Read 1 item: time of SDK low-level", 0.25, results.MinimumRatio(read));
    }

    /// <summary>A save of a version: nothing allocated, and a quarter more time than writing the item once.</summary>
    public static IEnumerable<Target> OfSaves(Results saves)
    {
        var both = saves.Of("Save 1", Mapping.SaveVariants.Both);
        yield return new("Save 1 version: bytes", 0, both.AllocatedBytes);
        yield return new("Save 1 version: time of the item written once", 1.25, saves.MinimumRatio(both));
    }

    /// <summary>End to end: bytes of single calls, bytes over the entities of pages, CPU time at 16 callers.</summary>
    /// <param name="results">The measured clients.</param>
    /// <param name="mapping">The measured mapping of the same run, for what the entities weigh.</param>
    /// <param name="ours">The client that the promises are about.</param>
    public static IEnumerable<Target> OfClients(Results results, Results mapping, string ours)
    {
        yield return new("GetItem: bytes", 5000, results.Of("GetItem", ours).AllocatedBytes);
        yield return new("PutItem: bytes", 3300, results.Of("PutItem", ours).AllocatedBytes);
        yield return new("UpdateItem: bytes of SDK low-level", LikeGetItem, BytesRatio("UpdateItem"));
        yield return new("DeleteItem: bytes of SDK low-level", LikeGetItem, BytesRatio("DeleteItem"));
        yield return new("TransactWrite 10: bytes of SDK low-level", LikeGetItem, BytesRatio("TransactWrite 10"));
        yield return new("BatchWrite 25: bytes of SDK low-level", LikeGetItem, BytesRatio("BatchWrite 25"));
        yield return new("TransactGet 10: bytes of SDK low-level", LikeQuery, BytesRatio("TransactGet 10"));
        yield return new("BatchGet 100: bytes of SDK low-level", LikeQuery, BytesRatio("BatchGet 100"));
        yield return new(
            "Query 1,000: bytes; the limit is 1.01 of the entities",
            Entities("Read 1,000") * 1.01,
            results.Of("Query 1,000", ours).AllocatedBytes);

        foreach (var operation in new[] { "GetItem", "PutItem", "UpdateItem", "DeleteItem" })
        {
            var call = results.Of(operation, ours);
            yield return new($"{operation}: CPU time of hand-written, 16 callers", OfFloor, results.MedianOverFloor(call));
        }

        foreach (var (operation, limit) in new[]
                 {
                     ("Query 100", 0.22), ("Query 1,000", 0.22),
                     ("TransactWrite 10", 0.35), ("TransactGet 10", 0.35), ("BatchGet 100", 0.22), ("BatchWrite 25", 0.35),
                 })
        {
            var call = results.Of(operation, ours);
            yield return new($"{operation}: CPU time of SDK low-level, 16 callers", limit, results.MedianRatio(call));
        }

        double BytesRatio(string operation) =>
            results.Of(operation, ours).AllocatedBytes / results.Of(operation, EndToEnd.ClientVariants.Baseline).AllocatedBytes;

        double Entities(string operation) => mapping.Of(operation, Clone).AllocatedBytes;
    }
}
