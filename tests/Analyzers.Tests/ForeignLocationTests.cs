using DynamoToolkit.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>Members of base classes elsewhere have locations that a diagnostic of this compilation can't have.</summary>
public sealed class ForeignLocationTests
{
    private const string Base = """
        using DynamoToolkit;

        public abstract class Entity
        {
            [PartitionKey]
            public string? Id { get; set; }
        }
        """;

    private const string Derived = """
        using DynamoToolkit;

        [DynamoTable("runs")]
        public sealed partial class Run : Entity;

        [DynamoTable("steps")]
        public sealed partial class Step : Entity;
        """;

    [Fact]
    public async Task Problem_InAnotherProject_IsReportedAtTheItemType()
    {
        var other = TestCompilation.Create(Base).WithAssemblyName("Other");
        var compilation = TestCompilation.Create(Derived).AddReferences(other.ToMetadataReference());
        Assert.Equal(["Run", "Step"], await ReportedAsync(compilation));
    }

    [Fact]
    public async Task Problem_InAPackage_IsReportedAtTheItemType()
    {
        using var assembly = new MemoryStream();
        var other = TestCompilation.Create(Base).WithAssemblyName("Other");
        Assert.True(other.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
        var compilation = TestCompilation.Create(Derived).AddReferences(MetadataReference.CreateFromImage(assembly.ToArray()));
        Assert.Equal(["Run", "Step"], await ReportedAsync(compilation));
    }

    [Fact]
    public async Task Problem_InABaseClassOfThisProject_IsReportedThereOnce()
    {
        Assert.Equal(["Id"], await ReportedAsync(TestCompilation.Create(Base, Derived)));
    }

    private static async Task<IEnumerable<string>> ReportedAsync(CSharpCompilation compilation)
    {
        var diagnostics = await RuleAnalysis.RunAsync(compilation, TestContext.Current.CancellationToken);
        Assert.All(diagnostics, diagnostic => Assert.Equal("DTK1005", diagnostic.Id));
        return diagnostics.Select(diagnostic => diagnostic.Location).Select(TextAt).Order();
    }

    private static string TextAt(Location location)
    {
        var span = location.SourceSpan;
        return location.SourceTree!.ToString()[span.Start..span.End];
    }
}
