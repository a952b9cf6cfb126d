using DynamoToolkit.Shared.Schema;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.Analyzers.Tests;

/// <summary>The baseline of a compilation.</summary>
/// <param name="text">Its text.</param>
internal sealed class BaselineText(string text) : AdditionalText
{
    public override string Path => SchemaFile.Name;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
}
