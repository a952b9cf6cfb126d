using DynamoToolkit.Shared.Diagnostics;
using DynamoToolkit.Shared.Model;
using DynamoToolkit.Shared.Roslyn;
using Microsoft.CodeAnalysis;

namespace DynamoToolkit.Shared.Parsing;

/// <summary>What the parsers of one item type share: the type, its problems, the names that are taken, and its enums.</summary>
internal sealed class ParseContext
{
    private Action<ModelProblem>? report;
    private readonly HashSet<string> names;
    private readonly List<EnumSpec> enums = [];
    private IReadOnlyList<INamedTypeSymbol>? assemblyConverters;
    private readonly List<ISymbol> refused = [];
    private CompatibilitySpec? compatible;

    public ParseContext(INamedTypeSymbol type, Action<ModelProblem>? report, CancellationToken cancellationToken)
    {
        Type = type;
        this.report = report;
        CancellationToken = cancellationToken;

        Uses = new UseDiagnostics(type.ContainingAssembly);

        // A member can't have the name of its own type either.
        names = [.. type.SelfAndBases().SelectMany(self => self.GetMembers()).Select(member => member.Name), type.Name];
    }

    /// <summary>The item type.</summary>
    public INamedTypeSymbol Type { get; }

    /// <summary>What uses of the members cause.</summary>
    public UseDiagnostics Uses { get; }

    /// <summary>The converters that the assembly names for all members of their types.</summary>
    public IReadOnlyList<INamedTypeSymbol> AssemblyConverters => assemblyConverters ??= [.. Type.ContainingAssembly.GetAttributes()
        .Where(attribute => attribute.IsToolkit(AttributeNames.Converter))
        .Select(attribute => attribute.Type(0))
        .OfType<INamedTypeSymbol>()];

    /// <summary>How attribute names are made: as the type says, its nearest base class, or else the assembly.</summary>
    public NamingPolicySpec Naming
    {
        get
        {
            var attribute = Type.SelfAndBases()
                .Select(type => type.ToolkitAttribute(AttributeNames.Naming))
                .FirstOrDefault(one => one is not null) ?? Type.ContainingAssembly.ToolkitAttribute(AttributeNames.Naming);
            return (NamingPolicySpec?)attribute?.Number(0)
                ?? (Compatible.Reads ? NamingPolicySpec.Unchanged : NamingPolicySpec.CamelCase);
        }
    }

    /// <summary>What the type shares with items of DynamoDBContext.</summary>
    public CompatibilitySpec Compatible => compatible ??= CompatibilityParser.Parse(Type);

    /// <summary>Cancels the work.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Whether any problem was found; then only a skeleton is generated.</summary>
    public bool HasProblems { get; private set; }

    /// <summary>The members that should be stored but can't be. Their problems are noted, so what builds on them needs no note.</summary>
    public IReadOnlyList<ISymbol> Refused => refused;

    /// <summary>The enums that need converters.</summary>
    public IReadOnlyList<EnumSpec> Enums => enums;

    /// <summary>Notes that there is only a skeleton, for a reason that is reported elsewhere.</summary>
    public void Fail() => HasProblems = true;

    /// <summary>Reports no further problems, because those found so far are enough.</summary>
    public void Mute() => report = null;

    /// <summary>Notes that there is only a skeleton, because of an error of the compiler that may be the cause of every problem.</summary>
    public void FailAndMute()
    {
        Fail();
        Mute();
    }

    /// <summary>Remembers a member that can't be stored.</summary>
    public void Refuse(ISymbol member) => refused.Add(member);

    /// <summary>The members whose types miss [DynamoMap].</summary>
    public HashSet<ISymbol> Unmarked { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the item type can use the internal members of an assembly.</summary>
    public bool IsFriend(IAssemblySymbol assembly) => Type.ContainingAssembly.IsFriendOf(assembly);

    /// <summary>The name of the type that declares an attribute of the item type, in messages.</summary>
    public string DeclarerOf(AttributeData attribute) => Type.DeclarerOf(attribute).ToMessage();

    /// <summary>Whether a member of that name can't be stored.</summary>
    public bool IsRefused(string name) => refused.Any(member => member.Name == name);

    /// <summary>Notes a problem at a symbol.</summary>
    public void Problem(RuleSpec rule, ISymbol symbol, params (string Name, string Value)[] properties) =>
        Problem(rule, symbol.Place(), properties);

    /// <summary>Notes a problem at a place.</summary>
    public void Problem(RuleSpec rule, Location place, params (string Name, string Value)[] properties)
    {
        HasProblems = true;
        report?.Invoke(rule.Problem(place, properties));
    }

    /// <summary>Notes a problem at an attribute.</summary>
    public void Problem(RuleSpec rule, AttributeData attribute, params (string Name, string Value)[] properties) =>
        ProblemInText(rule, attribute, null, properties);

    /// <summary>
    /// Notes a problem in a text that an attribute takes: at the text itself where the source spells it out. What the compiler reports in
    /// the attribute's arguments needs no other report.
    /// </summary>
    public void ProblemInText(RuleSpec rule, AttributeData attribute, string? text, params (string Name, string Value)[] properties)
    {
        HasProblems = true;
        if (report is not null && !attribute.HasUnknownArgument() && !attribute.HasUnknownName(Type.ContainingAssembly, CancellationToken))
            report(rule.Problem(attribute.LocationOf(text, CancellationToken) ?? Type.Place(), properties));
    }

    /// <summary>Reserves a name for a generated member: the fallback, then a numbered one, where the user's type has that name.</summary>
    public string TakeName(string name, string? fallback = null)
    {
        if (names.Add(name))
            return name;
        var next = fallback ?? name;
        for (var i = 2; !names.Add(next); i++)
            next = (fallback ?? name) + i;
        return next;
    }

    /// <summary>The spec of an enum, with one converter for each enum and storage.</summary>
    public EnumSpec Enum(INamedTypeSymbol type, EnumStorageSpec storage)
    {
        var isObsoleteError = Uses.AddType(type);
        var reference = type.ToTypeRef();
        foreach (var known in enums)
        {
            if (known.Type == reference && known.Storage == storage)
                return known;
        }

        var (members, aliases) = storage == EnumStorageSpec.Name ? EnumNameParser.Parse(this, type) : default;
        var spec = new EnumSpec
        {
            Type = reference,
            Access = type.Access(),
            Storage = storage,
            UnderlyingType = type.EnumUnderlyingType!.ToDisplayString(),
            Members = members,
            Aliases = aliases,
            IsObsoleteError = isObsoleteError,
            ConverterName = TakeName(type.Name + (storage == EnumStorageSpec.Name ? "Converter" : "NumberConverter")),
        };
        enums.Add(spec);
        return spec;
    }
}
