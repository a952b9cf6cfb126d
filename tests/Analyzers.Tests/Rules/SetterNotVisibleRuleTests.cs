using System.Globalization;
using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Tests.Rules;

public sealed class SetterNotVisibleRuleTests
{
    private static readonly Library Base = Library.Of("""
        using DynamoToolkit;

        public abstract class Entity
        {
            private string? text;
            public string? Text { get => text; private set => text = value; }
            public virtual int Number { get => 3; private protected set => text = $"{value}"; }
            public int Computed => 5;
            public virtual int Doubled { get; } = 5;
            [DynamoIgnore] public int Ignored => 5;
            [DynamoAttribute] public int Written => 5;
            public string? Own { get; private set; }
            public int Fixed { get; } = 3;
            public string? Open { get => text; protected set => text = value; }
            public abstract string? Abstract { get; }
            protected string? Hidden => text;
            public static int Shared => 3;
            public int this[int index] => index;
        }
        """);

    private const string Item = """
        using DynamoToolkit;

        [DynamoTable("items")]
        public sealed partial class Item : Entity
        {
            [PartitionKey] public required string Id { get; init; }
            public override int Number => base.Number + 1;
            public override int Doubled => base.Doubled * 2;
            public override string? Abstract => Text;
            public int Here { get => 3; }
        }
        """;

    [Fact]
    public async Task Property_WhoseSetterMayBeHidden_IsReported()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var compilation = RuleAnalysis.Generate(TestCompilation.Create(Item).AddReferences(Base.Reference), cancellationToken);
        TestCompilation.AssertCompiles(compilation);

        var diagnostics = await RuleAnalysis.RunAsync(compilation, cancellationToken);

        Assert.All(
            diagnostics, diagnostic => Assert.Equal(("DTK0042", DiagnosticSeverity.Warning), (diagnostic.Id, diagnostic.DefaultSeverity)));
        var messages = diagnostics.Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture).Split(" because")[0]);
        Assert.Equal(
            ["'Computed' of 'Entity' is not stored", "'Doubled' of 'Entity' is not stored", "'Text' of 'Entity' is not stored"],
            messages.Order(StringComparer.Ordinal));
    }
}
