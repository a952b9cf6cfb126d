using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Streams;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Operations;

/// <summary>GetRecords.</summary>
internal static class GetRecords
{
    private const int MaxRecords = 1000;
    private const int MaxBytes = 1024 * 1024;
    private const int MaxIteratorLength = 2048;

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var text = context.Body.Text("ShardIterator");
        constraints.NotNull("shardIterator", text is not null);
        constraints.Length("shardIterator", text, 1, MaxIteratorLength);
        var limit = StreamRequests.ReadLimit(context.Body, constraints, MaxRecords);
        var iterator = ShardIterator.Parse(text!);
        if (context.Now - iterator.Created > ShardIterator.Lifetime)
            throw StreamErrors.Expired();

        var stream = StreamRequests.Find(context, iterator.StreamArn);
        var shard = StreamRequests.Find(context, stream, iterator.ShardId);
        if (iterator.Position < stream.OldestOf(shard, context.Now))
            throw StreamErrors.Trimmed();

        var page = Read(shard.Records, iterator.Position, limit);
        Write(context, stream, shard, page, iterator.Position + page.Count);
    }

    private static List<StreamRecord> Read(RecordList records, long position, int limit)
    {
        var page = new List<StreamRecord>();
        var bytes = 0L;
        for (var place = records.IndexOf(position); place < records.Count && page.Count < limit; place++)
        {
            bytes += records[place].Size;
            if (bytes > MaxBytes && page.Count > 0)
                break;
            page.Add(records[place]);
        }

        return page;
    }

    // The last page of a closed shard has no next one.
    private static void Write(OperationContext context, TableStream stream, StreamShard shard, List<StreamRecord> page, long next)
    {
        context.Json.WriteStartObject();
        context.Json.WriteStartArray("Records");
        foreach (var record in page)
            RecordWriter.Write(context.Json, stream, record);
        context.Json.WriteEndArray();
        if (!shard.IsClosed || next <= shard.Last)
            context.Json.WriteString("NextShardIterator", new ShardIterator(stream.Arn, shard.Id, next, context.Now).ToString());
        context.Json.WriteEndObject();
    }
}
