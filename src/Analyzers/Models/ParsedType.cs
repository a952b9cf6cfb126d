using System.Collections.Immutable;
using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>What the parser made of a type.</summary>
/// <param name="Symbol">The type.</param>
/// <param name="Spec">Its model; null when it has problems.</param>
/// <param name="Problems">What is wrong with it.</param>
internal sealed record ParsedType(INamedTypeSymbol Symbol, ItemSpec? Spec, ImmutableArray<ModelProblem> Problems);
