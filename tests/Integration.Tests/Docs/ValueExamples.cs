using Amazon.DynamoDBv2.Model;
using DynamoToolkit.Borders;
using DynamoToolkit.CompilerServices;
using DynamoToolkit.Integration.Tests.Model;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The examples of <c>docs/values.md</c> run; a test compares them with the page. Its converter is beside its own tests.</summary>
public sealed class ValueExamples
{
    [Fact]
    public void Borders_GiveWhatWasTaken()
    {
        var metric = new Metric { RunId = "r1", Name = "loss", Step = 10, Value = 0.25 };

        // example: attribute-maps
        Dictionary<string, AttributeValue> map = metric.ToAttributeMap();
        Metric fromMap = Metric.FromAttributeMap(map);
        // end

        // example: dynamo-json
        string text = DynamoJson.Serialize(metric);                     // {"pk":{"S":"RUN#r1"},…,"value":{"N":"0.25"}}
        Metric fromText = DynamoJson.Deserialize<Metric>(text);

        byte[] utf8 = DynamoJson.SerializeToUtf8Bytes(metric);
        Metric fromUtf8 = DynamoJson.Deserialize<Metric>(utf8);
        // end

        Assert.Equal("0.25", map["value"].N);
        Assert.StartsWith("""{"pk":{"S":"RUN#r1"},""", text, StringComparison.Ordinal);
        Assert.EndsWith(""","value":{"N":"0.25"}}""", text, StringComparison.Ordinal);
        Assert.All([fromMap, fromText, fromUtf8], read => Assert.Equal(metric, read));
    }

    [Fact]
    public void KeyText_IsTakenApart()
    {
        var (runId, step) = ("a#b", 7);

        // example: key-text
        string key = KeyText.Of($"RUN#{runId}#{step}");                 // RUN#a%23b#10000000007

        var parser = new KeyTextParser(key);
        bool fits = parser.Literal("RUN#")
            && parser.Part(out string id)
            && parser.Literal("#")
            && parser.Part(out int number)
            && parser.IsAtEnd;
        // end

        Assert.Equal("RUN#a%23b#10000000007", key);
        Assert.True(fits);
    }
}
