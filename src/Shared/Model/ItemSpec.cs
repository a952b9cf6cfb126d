namespace DynamoToolkit.Shared.Model;

/// <summary>
/// All that the emitters know about an item type. Equal specs mean equal generated code, so a spec holds nothing that changes with an
/// edit elsewhere: no symbol, no syntax, no location, no collection that compares by reference. A test walks the object graph.
/// </summary>
internal sealed record ItemSpec
{
    /// <summary>The type.</summary>
    public required TypeRef Type { get; init; }

    /// <summary>Its namespace; empty for the global one.</summary>
    public required string Namespace { get; init; }

    /// <summary>
    /// Whether the model has mistakes. Then the generated code has the whole public surface but throws when it runs, so that the compiler
    /// has nothing to add to the rule that reports the mistake.
    /// </summary>
    public required bool IsSkeleton { get; init; }

    /// <summary>The ids of diagnostics that using the type's members causes, such as those of experimental ones.</summary>
    public required EquatableArray<string> UseIds { get; init; }

    /// <summary>Whether the code that maps the type uses something that is obsolete as an error, which only obsolete code may.</summary>
    public required bool UsesObsoleteErrors { get; init; }

    /// <summary>The types around it, the outermost first.</summary>
    public required EquatableArray<ContainingTypeSpec> ContainingTypes { get; init; }

    /// <summary>How it is declared.</summary>
    public required TypeKindSpec Kind { get; init; }

    /// <summary>The start of the names of its generated files.</summary>
    public required string HintName { get; init; }

    /// <summary>How visible the type is as a whole; extension methods are generated for public and internal ones.</summary>
    public required TokenAccess Access { get; init; }

    /// <summary>The table; null for a type that is only stored inside items.</summary>
    public required string? TableName { get; init; }

    /// <summary>The stored members: those of base classes first, each in declaration order.</summary>
    public required EquatableArray<MemberSpec> Members { get; init; }

    /// <summary>The constructor's parameters, in its order.</summary>
    public required EquatableArray<ConstructorParameterSpec> ConstructorParameters { get; init; }

    /// <summary>The table's partition key; null for a map.</summary>
    public required KeySpec? PartitionKey { get; init; }

    /// <summary>The table's sort key.</summary>
    public required KeySpec? SortKey { get; init; }

    /// <summary>The indexes.</summary>
    public required EquatableArray<IndexSpec> Indexes { get; init; }

    /// <summary>The unique values.</summary>
    public EquatableArray<UniqueSpec> Unique { get; init; }

    /// <summary>The members that materializers write.</summary>
    public EquatableArray<MaterializedSpec> Materialized { get; init; }

    /// <summary>The trigram indexes.</summary>
    public EquatableArray<TrigramSpec> Trigrams { get; init; }

    /// <summary>How long items are kept; null if the type does not declare that.</summary>
    public RetentionSpec? Retention { get; init; }

    /// <summary>The counters of its items.</summary>
    public required EquatableArray<CounterSpec> Counters { get; init; }

    /// <summary>The enums for which converters are generated.</summary>
    public required EquatableArray<EnumSpec> Enums { get; init; }

    /// <summary>The names of generated members.</summary>
    public required GeneratedNames Names { get; init; }

    /// <summary>Whether a base class has generated members too, which this type's hide.</summary>
    public required bool HidesBase { get; init; }

    /// <summary>Whether the type is a class from which others may derive.</summary>
    public required bool MayHaveDerived { get; init; }

    /// <summary>Whether the type is abstract: only its derived types are ever made.</summary>
    public required bool IsAbstract { get; init; }

    /// <summary>How the type is told from its siblings.</summary>
    public required DiscriminatorSpec? Discriminator { get; init; }

    /// <summary>The derived types that are read and written through this one, the most derived first.</summary>
    public required EquatableArray<DerivedTypeSpec> Family { get; init; }

    /// <summary>The full name of the type whose items this type is another view of; null if it has items of its own.</summary>
    public required string? ViewOf { get; init; }

    /// <summary>How versions of the items are kept; null if they are not.</summary>
    public VersionSpec? Versions { get; init; }

    /// <summary>The attribute that tells the type from others of its family; null if it has no family.</summary>
    public string? TypeAttributeName => Discriminator?.AttributeName ?? Family.FirstOrDefault()?.Discriminator.AttributeName;

    /// <summary>The keys of the table and of its indexes.</summary>
    public IEnumerable<KeySpec> Keys =>
        new[] { PartitionKey, SortKey }.OfType<KeySpec>().Concat(Indexes.SelectMany(index => index.Partition.Concat(index.Sort)));

    /// <summary>The members that are mapped: the stored ones, and the hidden ones that hold stamps of postings.</summary>
    public IEnumerable<MemberSpec> MappedMembers => Members.Concat(Trigrams.Select(index => index.Stamp).OfType<MemberSpec>());

    /// <summary>The trigram indexes whose postings writers write.</summary>
    public IEnumerable<TrigramSpec> WrittenTrigrams =>
        Trigrams.Where(index => index is { Text: not null, Upkeep: TrigramUpkeepSpec.Writer });

    /// <summary>Whether writes have to know what they replace.</summary>
    public bool IsTracked => Unique.Count > 0 || Trigrams.Any(index => index.Upkeep == TrigramUpkeepSpec.Writer);

    /// <summary>Whether other items depend on a member: reservations of unique values, or postings of trigram indexes.</summary>
    public bool IsTrackedBy(MemberSpec member) =>
        (IsTracked && member.IsTimeToLive)
        || Unique.Any(unique => unique.Members.Contains(member.Name))
        || WrittenTrigrams.Any(index => index.Text == member.Name || index.Scope.Contains(member.Name));

    /// <summary>Whether only a materializer writes a member.</summary>
    public bool IsMaterialized(MemberSpec member) => Materialized.Any(one => one.Member == member.Name);

    /// <summary>Whether the type can be null.</summary>
    public bool IsReferenceType => !Type.IsValueType;

    /// <summary>Finds a member by name.</summary>
    public MemberSpec Member(string name) => Members.First(member => member.Name == name);
}
