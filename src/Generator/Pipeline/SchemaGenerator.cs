using System.Text;
using DynamoToolkit.Shared.Parsing;
using DynamoToolkit.Shared.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Generator;

/// <summary>
/// Writes the baseline of the item types as comments of a source file, from which the target DynamoSchemaUpdate takes it: code that a
/// compiler loads must not write files. In every other build it does nothing.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class SchemaGenerator : IIncrementalGenerator
{
    /// <summary>The name of the generated file.</summary>
    internal const string HintName = "DynamoSchema.g.cs";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.AnalyzerConfigOptionsProvider.Select(static (provider, _) => SchemaOptions.Of(provider.GlobalOptions));
        var baseline = context.AdditionalTextsProvider
            .Where(static file => SchemaFile.IsBaseline(file.Path))
            .Select(static (file, cancellationToken) => file.GetText(cancellationToken)?.ToString() ?? "")
            .Collect();
        var input = options.Combine(baseline).Combine(context.CompilationProvider);

        // An editor does not ask for this kind of output, so no edit costs anything.
        context.RegisterImplementationSourceOutput(input, static (output, input) =>
        {
            var ((options, files), compilation) = input;
            if (!options.IsUpdating)
                return;
            var token = output.CancellationToken;
            var model = SchemaModel.Of(compilation, type => ItemParser.Parse(type, report: null, token), token);
            var text = SchemaUpdate.Update(model, files.FirstOrDefault() ?? "", options.Acknowledges);
            output.AddSource(HintName, SourceText.From(Commented(text), Encoding.UTF8));
        });
    }

    private static string Commented(string text) => "//" + text.TrimEnd('\n', '\r').Replace("\n", "\n//");
}
