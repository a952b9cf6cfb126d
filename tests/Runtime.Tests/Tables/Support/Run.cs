using DynamoToolkit.CompilerServices;
using DynamoToolkit.Expressions;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>An item type as the generator would write it.</summary>
internal sealed class Run : IItem<Run>, IHasTokens<Run.Attributes, Run.Attributes, Run.Attributes>
{
    public static readonly TableModel Model = new("tracking", typeof(Run))
    {
        Partition = KeyModel.Composed("pk", "RUN#{RunId}"),
        Sort = KeyModel.Composed("sk", "META"),
        TimeToLiveAttribute = "expiresAt",
        Indexes =
        [
            new IndexModel("byExperiment")
            {
                Partition = [KeyModel.Composed("byExperiment_pk", "EXP#{ExperimentId}")],
                Sort = [new KeyModel("startTime", KeyType.Number)],
            },
            new IndexModel("byPlace")
            {
                Partition = [new KeyModel("country", KeyType.String), new KeyModel("city", KeyType.String)],
                Sort = [new KeyModel("status", KeyType.String), new KeyModel("startTime", KeyType.Number)],
            },
            new IndexModel("byExpiry")
            {
                Partition = [new KeyModel("country", KeyType.String)],
                Sort = [new KeyModel("expiresAt", KeyType.Number)],
            },
        ],
    };

    public required string RunId { get; init; }

    public string ExperimentId { get; init; } = "7";

    public long StartTime { get; init; }

    public string? Status { get; init; }

    public HashSet<string> Tags { get; init; } = [];

    public DateTimeOffset? ExpiresAt { get; init; }

    static TableModel IItem<Run>.Model => Model;

    static IReadOnlyList<string> IDynamoMap<Run>.AttributeNames => ["runId", "experimentId", "startTime", "status", "tags", "expiresAt"];

    public static ItemKey<Run> Key(string runId) => new(KeyText.Value($"RUN#{runId}"), KeyValue.Of("META"));

    public static PartitionKeyCondition<Run> Partition(string runId) => new(KeyText.Value($"RUN#{runId}"));

    public static IndexPartition<Run, ByExperimentAttributes> ByExperiment(string experimentId)
        => new("byExperiment", KeyText.Value($"EXP#{experimentId}"));

    public static IndexPartition<Run, ByExperimentAttributes> ByPlace(params ReadOnlySpan<KeyValue> values) => new("byPlace", values);

    static ItemKey<Run> IItem<Run>.KeyOf(in Run item) => Key(item.RunId);

    static void IDynamoMap<Run>.WriteMap(ref ItemWriter writer, in Run item)
    {
        var start = writer.BeginMap();
        writer.WriteRaw(",\"pk\":{\"S\":\"RUN#"u8);
        writer.WriteKeyPart(item.RunId);
        writer.WriteRaw("\"}"u8);
        writer.WriteRaw(",\"sk\":{\"S\":\"META\"}"u8);
        writer.WriteString(",\"runId\":{\"S\":\""u8, item.RunId);
        writer.WriteNumber(",\"startTime\":{\"N\":\""u8, item.StartTime);
        if (item.Status is { } status)
            writer.WriteString(",\"status\":{\"S\":\""u8, status);
        if (item.Tags.Count > 0)
        {
            writer.WriteRaw(",\"tags\":"u8);
            StringSetConverter.Write(ref writer, item.Tags);
        }

        if (item.ExpiresAt is { } expiresAt)
            writer.WriteNumber(",\"expiresAt\":{\"N\":\""u8, expiresAt.ToUnixTimeSeconds());
        writer.EndMap(start);
    }

    static Run IDynamoMap<Run>.ReadMap(ref ItemReader reader)
    {
        string? runId = null, status = null;
        long startTime = 0;
        HashSet<string> tags = [];
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("runId"u8))
                runId = reader.ReadString();
            else if (name.SequenceEqual("startTime"u8))
                startTime = NumberConverter<long>.Read(ref reader);
            else if (name.SequenceEqual("status"u8))
                status = reader.ReadString();
            else if (name.SequenceEqual("tags"u8))
                tags = StringSetConverter.Read(ref reader);
            else
                reader.SkipValue();
        }

        return new Run
        {
            RunId = runId ?? throw ItemFormatException.Missing("runId", typeof(Run)),
            StartTime = startTime,
            Status = status,
            Tags = tags,
        };
    }

    public sealed class Attributes
    {
        public Attribute<string, StringConverter> RunId => new("runId");

        public Attribute<long, NumberConverter<long>> StartTime => new("startTime");

        public Attribute<long, NumberConverter<long>> EndTime => new("endTime");

        public Attribute<string, StringConverter> Status => new("status");

        public SetAttribute<HashSet<string>, StringSetConverter, string, StringConverter> Tags => new("tags");

        public ListAttribute<List<string>, ListConverter<string, StringConverter>, string, StringConverter> Labels => new("labels");

        public DictionaryAttribute<
            Dictionary<string, string>, DictionaryConverter<string, StringConverter>, string, StringConverter> Notes => new("notes");

        public Place.Attributes Place => new(new AttributePath("place"));

        public MapListAttribute<
            List<Place>, ListConverter<Place, MapConverter<Place>>, Place, MapConverter<Place>, Place.Attributes> Stops => new("stops");
    }

    public sealed class ByExperimentAttributes
    {
        public Attribute<string, StringConverter> Status => new("status");
    }
}
