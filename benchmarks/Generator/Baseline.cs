using System.Reflection;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Benchmarks.Generator;

/// <summary>The baseline of a program, as <c>dotnet build -t:DynamoSchemaUpdate</c> writes it: by the generator of the update.</summary>
internal sealed class Baseline : AdditionalText
{
    private readonly SourceText text;

    private Baseline(string text) => this.text = SourceText.From(text);

    /// <inheritdoc/>
    public override string Path => "DynamoSchema.Shipped.txt";

    /// <summary>The baseline that records a program.</summary>
    public static Baseline Of(Compilation compilation)
    {
        var generator = (IIncrementalGenerator)Activator.CreateInstance(
            Assembly.Load("DynamoToolkit.Generator").GetType("DynamoToolkit.Generator.SchemaGenerator", throwOnError: true)!)!;
        var result = CSharpGeneratorDriver
            .Create(
                [generator.AsSourceGenerator()],
                parseOptions: (CSharpParseOptions)compilation.SyntaxTrees.First().Options,
                optionsProvider: new Updating())
            .RunGenerators(compilation)
            .GetRunResult();
        var lines = result.GeneratedTrees.Single().GetText().Lines.Select(static line => line.ToString()[2..]);
        return new Baseline(string.Join('\n', lines) + "\n");
    }

    /// <inheritdoc/>
    public override SourceText GetText(CancellationToken cancellationToken = default) => text;

    /// <summary>What the build target sets.</summary>
    private sealed class Updating : AnalyzerConfigOptionsProvider
    {
        private readonly Option option = new();

        public override AnalyzerConfigOptions GlobalOptions => option;

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => option;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => option;

        private sealed class Option : AnalyzerConfigOptions
        {
            public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            {
                value = key == "build_property.DynamoSchemaUpdating" ? "true" : null;
                return value is not null;
            }
        }
    }
}
