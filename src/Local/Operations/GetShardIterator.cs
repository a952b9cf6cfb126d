using DynamoToolkit.Local.Errors;
using DynamoToolkit.Local.Operations.Context;
using DynamoToolkit.Local.Operations.Streams;
using DynamoToolkit.Local.Requests;
using DynamoToolkit.Local.Streams;

namespace DynamoToolkit.Local.Operations;

/// <summary>GetShardIterator.</summary>
internal static class GetShardIterator
{
    private static readonly string[] Types = ["AFTER_SEQUENCE_NUMBER", "LATEST", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON"];

    /// <summary>Answers a request.</summary>
    public static void Run(OperationContext context)
    {
        var constraints = new Constraints();
        var arn = StreamRequests.ReadRequiredArn(context.Body, constraints);
        constraints.NotNull("shardId", context.Body.Has("ShardId"));
        var shardId = StreamRequests.ReadShardId(context.Body, constraints, "ShardId", "shardId") ?? "";
        var type = context.Body.Text("ShardIteratorType");
        constraints.NotNull("shardIteratorType", type is not null);
        constraints.OneOf("shardIteratorType", type, Types);
        var number = context.Body.Text("SequenceNumber");
        constraints.Length("sequenceNumber", number, SequenceNumber.MinLength, SequenceNumber.MaxLength);
        constraints.ThrowIfAny();

        var sequence = ReadSequence(type!, number);
        var stream = StreamRequests.Find(context, arn);
        var position = Position(context, stream, StreamRequests.Find(context, stream, shardId), type!, sequence);

        context.Json.WriteStartObject();
        context.Json.WriteString("ShardIterator", new ShardIterator(arn, shardId, position, context.Now).ToString());
        context.Json.WriteEndObject();
    }

    private static long ReadSequence(string type, string? number)
    {
        var takesNumber = type.EndsWith("SEQUENCE_NUMBER", StringComparison.Ordinal);
        if (!takesNumber && number is not null)
            throw DynamoError.InvalidParameter("SequenceNumber should not be passed for this iterator type");
        if (!takesNumber)
            return 0;
        return number is not null && SequenceNumber.TryParse(number, out var sequence)
            ? sequence
            : throw DynamoError.InvalidParameter("Invalid SequenceNumber");
    }

    private static long Position(OperationContext context, TableStream stream, StreamShard shard, string type, long sequence)
    {
        var oldest = stream.OldestOf(shard, context.Now);
        switch (type)
        {
            case "TRIM_HORIZON":
                return oldest;
            case "LATEST":
                return stream.LastOf(shard) + 1;
        }

        // A new shard describes where it starts, although no record has that number yet.
        var last = stream.LastOf(shard);
        if (sequence < shard.First || sequence > Math.Max(last, shard.First))
            throw DynamoError.Validation("Invalid SequenceNumber for the shard");

        var position = type == "AT_SEQUENCE_NUMBER" || sequence > last ? sequence : sequence + 1;
        return position >= oldest ? position : throw StreamErrors.Trimmed();
    }
}
