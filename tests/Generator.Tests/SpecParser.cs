using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Roslyn;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Generator.Tests;

/// <summary>Runs the parser alone.</summary>
internal static class SpecParser
{
    /// <summary>The specs of all types that have an attribute for it, in the order of the sources; null for invalid ones.</summary>
    public static IEnumerable<ItemSpec?> ParseAll(Compilation compilation, List<ModelProblem>? problems = null) =>
        compilation.Assembly.GlobalNamespace.AllTypes()
            .Where(type => type.IsItemType())
            .Select(type => ItemParser.Parse(type, problems is null ? null : problems.Add, TestContext.Current.CancellationToken));

    /// <summary>The spec of the only type of a source.</summary>
    public static ItemSpec Parse(string source) =>
        Assert.Single(ParseAll(TestCompilation.Create("using DynamoToolkit;\n" + source)))
            ?? throw new InvalidOperationException("The type is invalid.");

    /// <summary>The ids of the problems of a source.</summary>
    public static IReadOnlyList<string> Problems(string source)
    {
        var problems = new List<ModelProblem>();
        var specs = ParseAll(TestCompilation.Create("using DynamoToolkit;\nusing System.Collections.Generic;\n" + source), problems)
            .ToList();
        Assert.Equal(problems.Count > 0, specs.Contains(null));
        Assert.All(problems, problem => Assert.True(problem.Location.IsInSource));
        return [.. problems.Select(problem => problem.Rule.Id)];
    }
}
