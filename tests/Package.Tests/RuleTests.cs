using DynamoToolkit.Package.Tests.Programs;
using DynamoToolkit.Package.Tests.Support;

namespace DynamoToolkit.Package.Tests;

/// <summary>The analyzers come with the package.</summary>
public sealed class RuleTests(LocalFeed feed)
{
    private const string Project = "Mistaken";

    [Fact]
    public async Task Build_OfAClassWithAMistake_FailsWithTheRuleAtItsPlace()
    {
        const string Model = """
            using DynamoToolkit;

            [DynamoTable("runs"), PartitionKey("RUN#{Identifier}")]
            public sealed partial class Run
            {
                public required string RunId { get; init; }
            }
            """;
        var consumer = new Consumer(feed.NewFolder(Project), Consumer.Package(feed, "DynamoToolkit"), isLibrary: true);
        consumer.Write("Run.cs", Model);

        var result = await consumer.TryBuildAsync();

        var lines = Model.Split('\n');
        var line = Array.FindIndex(lines, static text => text.Contains("RUN#", StringComparison.Ordinal));
        var column = lines[line].IndexOf("\"RUN#", StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        var error = Assert.Single(Errors(result.Output).Distinct());
        Assert.StartsWith($"Run.cs({line + 1},{column + 1}): error DTK1006: ", error);
    }

    [Fact]
    public async Task Build_OfTheTypicalMistakes_ReportsWhatThePageSays()
    {
        var (code, messages) = TypicalMistakes.Of("docs/getting-started.md");
        var consumer = new Consumer(
            feed.NewFolder("Typical"), Consumer.Package(feed, "DynamoToolkit"), isLibrary: true, allowsWarnings: true);
        consumer.Write(TypicalMistakes.FileName, code);

        var result = await consumer.TryBuildAsync();

        Assert.Equal(1, result.ExitCode);
        Assert.Equal(messages, TypicalMistakes.In(result.Output));
    }

    /// <summary>The errors of a build, from the name of the file on.</summary>
    private static IEnumerable<string> Errors(string output) =>
        output.Split('\n')
            .Where(static line => line.Contains(": error ", StringComparison.Ordinal))
            .Select(static line => line[(line.IndexOf(Project, StringComparison.Ordinal) + Project.Length + 1)..]);
}
