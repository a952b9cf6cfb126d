using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DynamoToolkit.Integration.Tests.Docs;

/// <summary>The pages show code that compiles and runs: that of the examples beside this file.</summary>
public sealed partial class PageTests
{
    [Theory]
    [InlineData("access.md", "AccessExamples.cs")]
    [InlineData("queries.md", "QueryExamples.cs")]
    [InlineData("values.md", "ValueExamples.cs", "../../Runtime.Tests/Wire/MoneyConverter.cs")]
    [InlineData("local-engine.md", "LocalEngineExamples.cs")]
    [InlineData("transport.md", "TransportExamples.cs")]
    [InlineData("patterns/optimistic-locking.md", "LockingExamples.cs")]
    [InlineData("patterns/times.md", "TimesExamples.cs")]
    [InlineData("patterns/trigrams.md", "TrigramExamples.cs", "../Model/Person.cs", "../Model/Paper.cs")]
    [InlineData("patterns/search.md", "SearchExamples.cs")]
    [InlineData("patterns/unique.md", "UniqueExamples.cs", "../Model/User.cs")]
    [InlineData("patterns/retention.md", "RetentionExamples.cs", "../Model/Trace.cs", "../Model/Binned.cs")]
    [InlineData("patterns/versions.md", "VersionExamples.cs", "../Model/Formula.cs")]
    [InlineData(
        "hot-keys.md",
        "HotKeyExamples.cs",
        "HotKeys/HotTableExamples.cs",
        "HotKeys/AuditEvent.cs",
        "../../Integration.Model.Base/HotKeys/AuditEvent.cs")]
    [InlineData("metric-catalogue.md", "../../../samples/MetricCatalogue/Model/Metric.cs")]
    [InlineData("patterns/write-shards.md", "WriteShardExamples.cs")]
    [InlineData("patterns/materializers.md", "MaterializerExamples.cs", "UnlabelledJobs.cs", "../Model/Job.cs", "../Model/JobLabel.cs")]
    [InlineData("patterns/counters.md", "CounterExamples.cs")]
    [InlineData(
        "patterns/streams.md", "StreamExamples.cs", "Streams/NewestMetric.cs", "Streams/FailedConditions.cs", "Streams/Importer.cs")]
    [InlineData("hosting.md", "HostingExamples.cs", "Archiver.cs")]
    [InlineData(
        "coming-from-dynamodbcontext.md",
        "FromContextExamples.cs",
        "FromContext/ContextOrder.cs",
        "FromContext/Order.cs",
        "FromContext/SharedOrder.cs")]
    [InlineData(
        "testing.md",
        "TestingExamples.cs",
        "Testing/Database.cs",
        "Testing/RunTests.cs",
        "Testing/FaultyTransport.cs",
        "Testing/FakeTransport.cs")]
    public void Page_ShowsEveryExampleAndNoOtherCode(string page, params string[] sources)
    {
        var examples = sources
            .SelectMany(source => ExamplePattern().Matches(Read(source)))
            .Select(match => Unindent(match.Groups[2].Value))
            .ToList();
        var blocks = BlocksOf(page).ToList();
        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(example, blocks));
        Assert.All(blocks, block => Assert.Contains(block, examples));
    }

    [Fact]
    public void EveryPageWithCode_IsCompared()
    {
        var compared = typeof(PageTests).GetMethod(nameof(Page_ShowsEveryExampleAndNoOtherCode))!
            .GetCustomAttributes<InlineDataAttribute>()
            .Select(row => (string)row.Data[0]!);
        var withCode = Pages().Where(page => BlocksOf(page).Any());

        // The generator's tests compile all of modeling.md, the rules' tests all of getting-started.md and schema-baseline.md; the
        // packages' tests run programs.
        string[] others = ["modeling.md", "getting-started.md", "schema-baseline.md", "../README.md"];
        Assert.Equal(withCode.Order(), compared.Concat(others).Order());
    }

    /// <summary>The pages that explain the library: those of the folder and the README. The rules' pages have their own tests.</summary>
    internal static IEnumerable<string> Pages([CallerFilePath] string here = "") =>
        Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs"), "*.md")
            .Select(file => Path.GetFileName(file))
            .Concat(Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/patterns"), "*.md")
                .Select(file => $"patterns/{Path.GetFileName(file)}"))
            .Append("../README.md");

    /// <summary>The C# code of a page that is to be compiled, block by block.</summary>
    internal static IEnumerable<string> BlocksOf(string page) =>
        BlockPattern().Matches(TextOf(page)).Select(match => match.Groups[1].Value.TrimEnd());

    /// <summary>The text of a page.</summary>
    internal static string TextOf(string page) => Read($"../../../docs/{page}");

    private static string Read(string relative, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, relative)).ReplaceLineEndings("\n");

    private static string Unindent(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var indent = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"// example: (\S+)\n(.*?)\n *// end", RegexOptions.Singleline)]
    private static partial Regex ExamplePattern();

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex BlockPattern();
}
