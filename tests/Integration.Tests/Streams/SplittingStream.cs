using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Local;
using DynamoToolkit.Transport;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Integration.Tests.Streams;

/// <summary>
/// An engine whose stream has several shards, which split and roll on command. The records are the engine's; each goes to the open shard
/// of its item's hash. It also does what the service may do: iterators that expire, empty pages before records, and shards that are listed
/// late. And what it promises not to do: records that come twice.
/// </summary>
internal sealed class SplittingStream(LocalDynamo engine) : IDynamoTransport
{
    private readonly SemaphoreSlim gate = new(1);
    private readonly List<Shard> shards = [];
    private readonly Dictionary<string, string> read = [];
    private string arn = "";
    private int generation;

    /// <summary>Draws what goes wrong; null for nothing.</summary>
    public Random? Chance { get; set; }

    /// <summary>The number of requests that asked for records.</summary>
    public int RecordRequests { get; private set; }

    public int OpenShards => shards.Count(static shard => shard.IsOpen);

    public async ValueTask<WireBuffer> SendAsync(DynamoRequest request, CancellationToken cancellationToken)
    {
        if (request.Operation is not (DynamoOperation.DescribeStream or DynamoOperation.GetShardIterator or DynamoOperation.GetRecords))
            return await engine.SendAsync(request, cancellationToken);

        await gate.WaitAsync(cancellationToken);
        try
        {
            using var body = JsonDocument.Parse(request.Body);
            NameStream(body.RootElement);
            await PullAsync(cancellationToken);
            var response = WireBuffer.Rent();
            using (var json = new Utf8JsonWriter(response))
                Answer(request.Operation, body.RootElement, json);
            return response;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Closes an open shard. The records that come belong to one or two shards that continue it.</summary>
    public async Task CloseAsync(int place, bool split)
    {
        await gate.WaitAsync();
        try
        {
            if (shards.Count == 0)
                return;
            await PullAsync(CancellationToken.None);
            var open = shards.Where(static shard => shard.IsOpen).ToList();
            var shard = open[place % open.Count];
            shard.IsOpen = false;
            for (var half = 0; half < (split ? 2 : 1); half++)
            {
                shards.Add(new Shard(IdOf(shards.Count), shard.Id)
                {
                    Depth = shard.Depth + (split ? 1 : 0),
                    Bits = shard.Bits | (split ? (uint)half << shard.Depth : 0),
                    HiddenFor = Chance?.Next(4) ?? 0,
                });
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Lets all iterators expire.</summary>
    public void ExpireIterators() => Interlocked.Increment(ref generation);

    /// <summary>Forgets the oldest records of all shards, as the service does after 24 hours.</summary>
    public void Trim(int keep)
    {
        foreach (var shard in shards)
            shard.Trimmed = Math.Max(shard.Trimmed, shard.Records.Count - keep);
    }

    /// <summary>Forgets a shard.</summary>
    public void Remove(int place) => shards.RemoveAt(place);

    // Clients share this.
    public void Dispose()
    {
    }

    private static string IdOf(int number) => $"shardId-{number:D20}";

    private void Answer(DynamoOperation operation, JsonElement body, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (operation == DynamoOperation.DescribeStream)
            Describe(body, json);
        else if (operation == DynamoOperation.GetShardIterator)
            json.WriteString("ShardIterator", IteratorOf(body));
        else
            ReadRecords(body.GetProperty("ShardIterator").GetString()!, body.GetProperty("Limit").GetInt32(), json);
        json.WriteEndObject();
    }

    private void Describe(JsonElement body, Utf8JsonWriter json)
    {
        var parent = body.TryGetProperty("ShardFilter", out var filter) ? filter.GetProperty("ShardId").GetString() : null;
        json.WriteStartObject("StreamDescription");
        json.WriteString("StreamStatus", "ENABLED");
        json.WriteString("StreamViewType", "NEW_AND_OLD_IMAGES");
        json.WriteStartArray("Shards");
        foreach (var shard in shards.Where(shard => (parent is null || shard.ParentId == parent) && shard.HiddenFor-- <= 0))
        {
            json.WriteStartObject();
            json.WriteString("ShardId", shard.Id);
            if (shard.ParentId is not null)
                json.WriteString("ParentShardId", shard.ParentId);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private string IteratorOf(JsonElement body)
    {
        var shard = Find(body.GetProperty("ShardId").GetString()!);
        if (body.GetProperty("ShardIteratorType").GetString() == "TRIM_HORIZON")
            return $"{shard.Id}|{shard.Trimmed}|{generation}";

        var after = UInt128.Parse(body.GetProperty("SequenceNumber").GetString()!);
        var place = shard.Records.FindIndex(record => record.Sequence > after);
        place = place < 0 ? shard.Records.Count : place;
        return place >= shard.Trimmed ? $"{shard.Id}|{place}|{generation}" : throw Error("TrimmedDataAccessException");
    }

    private void ReadRecords(string iterator, int limit, Utf8JsonWriter json)
    {
        RecordRequests++;
        var parts = iterator.Split('|');
        if (int.Parse(parts[2]) != generation)
            throw Error("ExpiredIteratorException");

        var shard = Find(parts[0]);
        var from = int.Parse(parts[1]);
        if (from < shard.Trimmed)
            throw Error("TrimmedDataAccessException");

        var again = Chance?.Next(4) == 0 ? Math.Max(shard.Trimmed, from - Chance.Next(5)) : from;
        var count = Chance?.Next(3) == 0 ? Chance.Next(limit) : limit;
        var page = shard.Records.Skip(again).Take(Math.Max(count, from - again)).ToList();
        json.WriteStartArray("Records");
        foreach (var record in page)
            json.WriteRawValue(record.Json);
        json.WriteEndArray();
        var next = Math.Max(from, again + page.Count);
        if (shard.IsOpen || next < shard.Records.Count)
            json.WriteString("NextShardIterator", $"{shard.Id}|{next}|{generation}");
    }

    private Shard Find(string id) => shards.Find(shard => shard.Id == id)
        ?? throw new ResourceNotFoundException("The shard is unknown.") { ErrorCode = "ResourceNotFoundException" };

    private static AmazonDynamoDBException Error(string code) => new(code) { ErrorCode = code };

    private void NameStream(JsonElement request)
    {
        if (request.TryGetProperty("StreamArn", out var named))
            arn = named.GetString()!;
        if (shards.Count == 0)
            shards.Add(new Shard(IdOf(0), null));
    }

    /// <summary>Moves the engine's new records to the shards.</summary>
    private async Task PullAsync(CancellationToken cancellationToken)
    {
        using var description = await AskAsync(
            "DescribeStream", $$"""{"StreamArn":"{{arn}}"}""", cancellationToken);
        foreach (var source in description.RootElement.GetProperty("StreamDescription").GetProperty("Shards").EnumerateArray())
            await PullShardAsync(source.GetProperty("ShardId").GetString()!, cancellationToken);
    }

    private async Task PullShardAsync(string source, CancellationToken cancellationToken)
    {
        var from = read.TryGetValue(source, out var last)
            ? $"\"AFTER_SEQUENCE_NUMBER\",\"SequenceNumber\":\"{last}\""
            : "\"TRIM_HORIZON\"";
        using var iterator = await AskAsync(
            "GetShardIterator", $$"""{"StreamArn":"{{arn}}","ShardId":"{{source}}","ShardIteratorType":{{from}} }""", cancellationToken);
        using var page = await AskAsync(
            "GetRecords", $$"""{"ShardIterator":"{{iterator.RootElement.GetProperty("ShardIterator")}}"}""", cancellationToken);
        foreach (var record in page.RootElement.GetProperty("Records").EnumerateArray())
        {
            var change = record.GetProperty("dynamodb");
            read[source] = change.GetProperty("SequenceNumber").GetString()!;
            var hash = HashOf(change.GetProperty("Keys").GetRawText());
            shards.Single(shard => shard.IsOpen && (hash & ((1u << shard.Depth) - 1)) == shard.Bits)
                .Records.Add((UInt128.Parse(read[source]), record.GetRawText()));
        }
    }

    private async Task<JsonDocument> AskAsync(string operation, string body, CancellationToken cancellationToken)
    {
        var response = await engine.ExecuteAsync(operation, Encoding.UTF8.GetBytes(body), cancellationToken);
        using var content = response.Body;
        Assert.True(response.IsSuccess, Encoding.UTF8.GetString(content.WrittenSpan));
        return JsonDocument.Parse(content.WrittenSpan.ToArray());
    }

    // The same in every run.
    private static uint HashOf(string text)
    {
        var hash = 2166136261u;
        foreach (var one in text)
            hash = (hash ^ one) * 16777619;
        return hash ^ (hash >> 15);
    }

    private sealed record Shard(string Id, string? ParentId)
    {
        public bool IsOpen { get; set; } = true;

        public int Depth { get; init; }

        public uint Bits { get; init; }

        /// <summary>How often the shard is left out of a description.</summary>
        public int HiddenFor { get; set; }

        /// <summary>The number of records at the beginning that are gone.</summary>
        public int Trimmed { get; set; }

        public List<(UInt128 Sequence, string Json)> Records { get; } = [];
    }
}
