using DynamoToolkit.CompilerServices;
using DynamoToolkit.Wire;

namespace DynamoToolkit.Runtime.Tests.Tables.Support;

/// <summary>A second item type in the partition of <see cref="Run"/>.</summary>
internal sealed record Metric(string RunId, string Name, double Value) : IItem<Metric>
{
    public static readonly TableModel Model = new("tracking", typeof(Metric))
    {
        Partition = KeyModel.Composed("pk", "RUN#{RunId}"),
        Sort = KeyModel.Composed("sk", "METRIC#{Name}"),
    };

    static TableModel IItem<Metric>.Model => Model;

    public static ItemKey<Metric> Key(string runId, string name) => new(KeyText.Value($"RUN#{runId}"), SortValue(name));

    public static PartitionKeyCondition<Metric> Partition(string runId) => new(KeyText.Value($"RUN#{runId}"));

    public static KeyValue SortValue(string name) => KeyText.Value($"METRIC#{name}");

    static ItemKey<Metric> IItem<Metric>.KeyOf(in Metric item) => Key(item.RunId, item.Name);

    static void IDynamoMap<Metric>.WriteMap(ref ItemWriter writer, in Metric item)
    {
        var start = writer.BeginMap();
        writer.WriteRaw(",\"pk\":{\"S\":\"RUN#"u8);
        writer.WriteKeyPart(item.RunId);
        writer.WriteRaw("\"},\"sk\":{\"S\":\"METRIC#"u8);
        writer.WriteKeyPart(item.Name);
        writer.WriteRaw("\"}"u8);
        writer.WriteString(",\"runId\":{\"S\":\""u8, item.RunId);
        writer.WriteString(",\"name\":{\"S\":\""u8, item.Name);
        writer.WriteNumber(",\"value\":{\"N\":\""u8, item.Value);
        writer.EndMap(start);
    }

    static Metric IDynamoMap<Metric>.ReadMap(ref ItemReader reader)
    {
        string runId = "", metric = "";
        double value = 0;
        reader.BeginMap();
        while (reader.ReadName(out var name))
        {
            if (name.SequenceEqual("runId"u8))
                runId = reader.ReadString();
            else if (name.SequenceEqual("name"u8))
                metric = reader.ReadString();
            else if (name.SequenceEqual("value"u8))
                value = DoubleConverter.Read(ref reader);
            else
                reader.SkipValue();
        }

        return new Metric(runId, metric, value);
    }
}
