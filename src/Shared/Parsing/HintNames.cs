using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>
/// Names the files of generated code. Files are named without regard to case, types are not: of names that differ only in it, the second gets a
/// <c>-2</c>. A namespace or type is looked through once, however many item types are in it.
/// </summary>
internal sealed class HintNames
{
    private static readonly ConditionalWeakTable<INamespaceOrTypeSymbol, HintNames> Known = new();

    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    private HintNames(INamespaceOrTypeSymbol container)
    {
        foreach (var namesakes in container.GetTypeMembers().Select(type => type.Name).Distinct().GroupBy(name => name, StringComparer.OrdinalIgnoreCase))
        {
            var number = 0;
            foreach (var name in namesakes.OrderBy(name => name, StringComparer.Ordinal))
            {
                if (++number > 1)
                    numbers.Add(name, number);
            }
        }
    }

    /// <summary>The name of a type's file, without an extension: its namespace, the types around it and its name, with dots between.</summary>
    public static string Of(INamedTypeSymbol type)
    {
        var name = FileName(type);
        for (var current = type.ContainingType; current is not null; current = current.ContainingType)
            name = FileName(current) + "." + name;
        return type.ContainingNamespace.IsGlobalNamespace ? name : type.ContainingNamespace.ToDisplayString().Replace("@", "") + "." + name;
    }

    private static string FileName(INamedTypeSymbol type)
    {
        var around = (INamespaceOrTypeSymbol?)type.ContainingType ?? type.ContainingNamespace;
        var names = Known.GetValue(around, static container => new HintNames(container));
        return names.numbers.TryGetValue(type.Name, out var number) ? $"{type.Name}-{number}" : type.Name;
    }
}
