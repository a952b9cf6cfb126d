using DynamoToolkit.Analyzers.Models;
using DynamoToolkit.Shared.Schema;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DynamoToolkit.Analyzers.Tests.Schema;

/// <summary>
/// An editor analyzes one file at a time: what its types declare is reported, and a type that is not stored costs nothing.
/// </summary>
public sealed class StoredNamesTests
{
    private const string Enum = "public enum State { Open, Done }";
    private const string LostName = "public enum State { Open }";
    private const string Base = "public abstract class Base { public string Id { get; set; } = \"\"; public int Count { get; set; } = 1; }";
    private const string OtherType =
        "public abstract class Base { public string Id { get; set; } = \"\"; public string Count { get; set; } = \"\"; }";
    private const string Key = "PartitionKey(\"T#{Id}\")";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(
        "[DynamoTable(\"things\"), " + Key + "] public sealed partial class T "
        + "{ public string Id { get; set; } = \"\"; public State S { get; set; } }")]
    [InlineData("[DynamoTable(\"things\"), " + Key + "] public sealed partial record T(string Id, List<State> States);")]
    [InlineData(
        "[DynamoTable(\"things\"), " + Key + "] public sealed partial class T : Of<State> { public string Id { get; set; } = \"\"; }\n"
        + "public abstract class Of<TValue> { public TValue? Value { get; set; } }")]
    [InlineData(
        "[DynamoTable(\"things\"), " + Key + "] public sealed partial class T "
        + "{ public string Id { get; set; } = \"\"; public Dictionary<string, S>? All { get; set; } }",
        "global using S = State;")]
    [InlineData(
        "namespace N { using B = A; [DynamoTable(\"things\"), " + Key + "] public sealed partial class T\n"
        + "{ public string Id { get; set; } = \"\"; public B S { get; set; } } }",
        "global using A = State;")]
    [InlineData(
        "[DynamoTable(\"things\"), " + Key + "] public sealed partial class T : Middle;",
        "public abstract class Middle { public string Id { get; set; } = \"\"; public State? State { get; set; } }")]
    [InlineData(
        "public sealed partial class T { public string Id { get; set; } = \"\"; public State S { get; set; } }",
        "[Stored(\"things\"), " + Key + "] partial class T;",
        "global using StoredAttribute = DynamoToolkit.DynamoTableAttribute;")]
    public Task Enum_OfAnItemType_IsComparedInItsOwnFile(params string[] others) => IsReportedAsync("DTK4008", Enum, LostName, others);

    [Theory]
    [InlineData("[DynamoTable(\"things\"), " + Key + "] public sealed partial class T : Base;")]
    [InlineData("[DynamoTable(\"things\"), " + Key + "] public sealed partial class T;", "partial class T : Base;")]
    [InlineData("[DynamoTable(\"things\"), " + Key + "] public sealed partial class T : Middle;", "public abstract class Middle : Base;")]
    [InlineData("[DynamoTable(\"things\"), " + Key + "] public sealed partial class T : B;", "global using B = Base;")]
    [InlineData(
        "[DynamoTable(\"things\"), " + Key + "] public sealed partial class T : B;",
        "global using B = Of<Base>;",
        "public abstract class Of<T> : Base;")]
    public Task Base_OfAnItemType_IsComparedInItsOwnFile(params string[] others) => IsReportedAsync("DTK4009", Base, OtherType, others);

    [Fact]
    public void NamesOfAProgram_AreNotThoseOfItsItemTypes()
    {
        var names = StoredNames.Of(
            TestCompilation.Create(
                $$"""
                using DynamoToolkit;
                {{Enum}}
                public enum Mode { On, Off }
                public class Service { public Mode Mode { get; set; } public State State { get; set; } }
                public class Derived : Service;
                [DynamoTable("things"), {{Key}}] public sealed partial class T : Base { public State State { get; set; } }
                {{Base}}
                """),
            Ct);

        Assert.True(names.HasUse("State"));
        Assert.True(names.HasType("Base"));
        Assert.False(names.HasUse("Mode"));
        Assert.False(names.HasType("Service"));
        Assert.False(names.HasType("Derived"));
    }

    private static async Task IsReportedAsync(string id, string before, string after, string[] others)
    {
        var compilation = RuleAnalysis.Generate(TestCompilation.Create(Sources(after, others)), Ct);
        var baseline = SchemaUpdate.Update(SchemaRule.ModelOf([before, .. others]), "", acknowledges: false);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([new BaselineText(baseline)]),
            onAnalyzerException: static (exception, _, _) => throw new InvalidOperationException("An analyzer threw.", exception),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var analysis = compilation.WithAnalyzers([new SchemaAnalyzer()], options);
        var file = analysis.Compilation.SyntaxTrees.First();

        var reported = await analysis.GetAnalyzerSemanticDiagnosticsAsync(analysis.Compilation.GetSemanticModel(file), null, Ct);

        Assert.Equal([id], reported.Select(one => one.Id).Distinct());
        Assert.All(reported, one => Assert.Equal(file, one.Location.SourceTree));
    }

    // What is global comes before what is not.
    private static IEnumerable<string> Sources(string analyzed, string[] others) =>
        new[] { analyzed }.Concat(others)
            .Select(source => source.StartsWith("global", StringComparison.Ordinal) ? source : Rule.Usings + source);
}
