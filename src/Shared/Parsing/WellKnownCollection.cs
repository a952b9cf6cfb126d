using DynamoToolkit.Shared.Model;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>A collection type of .NET that can be stored.</summary>
/// <param name="Value">List, set or dictionary.</param>
/// <param name="Kind">Which of them.</param>
/// <param name="Element">The elements, or a dictionary's values.</param>
/// <param name="Key">A dictionary's keys.</param>
internal sealed record WellKnownCollection(ValueKind Value, CollectionKind Kind, ITypeSymbol Element, ITypeSymbol? Key);
