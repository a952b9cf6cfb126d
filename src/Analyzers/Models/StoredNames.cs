using System.Collections.Concurrent;
using System.Collections.Immutable;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Analyzers.Models;

/// <summary>
/// The names of what item types consist of: their base classes, and the types of their members. Only names are compared, so a name here
/// may be of another type, but a type whose name is not here is not stored. That costs little after an edit, where models cost much.
/// </summary>
internal sealed class StoredNames
{
    private static readonly string[] Marks = [AttributeNames.Table, AttributeNames.Map];

    // By assemblies. Most edits change no names, so what the last compilation had is right for the next one; it holds only texts.
    private static readonly ConcurrentDictionary<string, StoredNames> Latest = new(StringComparer.Ordinal);

    private readonly ImmutableArray<TreeNames> trees;
    private readonly HashSet<string> types = [];
    private readonly HashSet<string> uses = [];

    private StoredNames(ImmutableArray<TreeNames> trees)
    {
        this.trees = trees;
        var aliases = trees.SelectMany(tree => tree.Aliases).ToList();
        var marks = new HashSet<string>(Marks.Concat(Marks.Select(AttributeNames.WithoutSuffix)));
        while (aliases.Find(alias => !marks.Contains(alias.Name) && alias.Uses.Any(marks.Contains)) is { } renamed)
            marks.UnionWith([renamed.Name, AttributeNames.WithoutSuffix(renamed.Name)]);
        var declared = trees.SelectMany(tree => tree.Types).ToList();
        var byName = declared.ToLookup(type => type.Name);
        var aliasesByName = aliases.ToLookup(alias => alias.Name);

        // From each item type to its bases, and to what aliases among their names stand for.
        var open = new Stack<string>(declared.Where(type => type.Attributes.Any(marks.Contains)).Select(type => type.Name));
        while (open.Count > 0)
        {
            var name = open.Pop();
            if (!types.Add(name))
                continue;
            foreach (var type in byName[name])
            {
                uses.UnionWith(type.Uses);
                uses.UnionWith(type.Bases);
                Open(type.Bases);
            }

            foreach (var alias in aliasesByName[name])
                Open(alias.Uses);
        }

        // An alias may stand for another one.
        while (aliases.Find(alias => uses.Contains(alias.Name) && !uses.IsSupersetOf(alias.Uses)) is { } used)
            uses.UnionWith(used.Uses);

        void Open(IEnumerable<string> names)
        {
            foreach (var name in names)
                open.Push(name);
        }
    }

    /// <summary>The names in a compilation.</summary>
    public static StoredNames Of(Compilation compilation, CancellationToken cancellationToken)
    {
        ImmutableArray<TreeNames> trees = [.. compilation.SyntaxTrees.Select(tree => TreeNames.Of(tree, cancellationToken))];
        var assembly = compilation.AssemblyName ?? "";
        return Latest.TryGetValue(assembly, out var latest) && latest.IsOf(trees)
            ? latest
            : Latest[assembly] = new StoredNames(trees);
    }

    private bool IsOf(ImmutableArray<TreeNames> others)
    {
        if (trees.Length != others.Length)
            return false;
        for (var i = 0; i < others.Length; i++)
        {
            if (!ReferenceEquals(trees[i], others[i]) && !trees[i].Equals(others[i]))
                return false;
        }

        return true;
    }

    /// <summary>Whether a class can be an item type or a base class of one.</summary>
    public bool HasType(string name) => types.Contains(name);

    /// <summary>Whether a type can be that of an item type's member, or a part of it.</summary>
    public bool HasUse(string name) => uses.Contains(name);
}
