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

    private readonly HashSet<string> types = [];
    private readonly HashSet<string> uses = [];

    private StoredNames(IReadOnlyList<TreeNames> trees)
    {
        var aliases = trees.SelectMany(tree => tree.Aliases).ToList();
        var marks = new HashSet<string>(Marks.Concat(Marks.Select(AttributeNames.WithoutSuffix)));
        var renamed = aliases.Where(alias => alias.Uses.Any(marks.Contains)).Select(alias => alias.Name).ToList();
        marks.UnionWith(renamed.Concat(renamed.Select(AttributeNames.WithoutSuffix)));
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

        foreach (var alias in aliases.Where(alias => uses.Contains(alias.Name)).ToList())
            uses.UnionWith(alias.Uses);

        void Open(IEnumerable<string> names)
        {
            foreach (var name in names)
                open.Push(name);
        }
    }

    /// <summary>The names in a compilation.</summary>
    public static StoredNames Of(Compilation compilation, CancellationToken cancellationToken) =>
        new([.. compilation.SyntaxTrees.Select(tree => TreeNames.Of(tree, cancellationToken))]);

    /// <summary>Whether a class can be an item type or a base class of one.</summary>
    public bool HasType(string name) => types.Contains(name);

    /// <summary>Whether a type can be that of an item type's member, or a part of it.</summary>
    public bool HasUse(string name) => uses.Contains(name);
}
