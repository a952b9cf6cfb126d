using Microsoft.CodeAnalysis.Text;

namespace DynamoToolkit.TestKit;

/// <summary>A place in a test source where a diagnostic is expected.</summary>
/// <param name="Id">The rule; null where the markup leaves it to the analyzer's only one.</param>
/// <param name="Span">Where.</param>
public sealed record MarkupSpan(string? Id, TextSpan Span);
