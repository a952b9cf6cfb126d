using System.Text;
using DynamoToolkit.Shared.Model;
using static DynamoToolkit.Generator.Emit.WellKnownNames;

namespace DynamoToolkit.Generator.Emit;

/// <summary>Writes the method that makes an item of wire bytes.</summary>
internal static class MappingReaderEmitter
{
    /// <summary>Emits <c>ReadMap</c>.</summary>
    public static void Emit(SourceWriter writer, ItemSpec item)
    {
        var type = item.Type.Name;
        var read = item.MappedMembers.Where(member => member.Assignment != MemberAssignment.None).ToList();
        var locals = new LocalNames(read, "reader", "attribute", "item", "ahead", "found", "kind", "whole", "key", "latestVersion");
        if (item.UsesObsoleteErrors)
            writer.Line(MarkObsolete);
        using var block = writer.Block($"static {type} {IDynamoMap}<{type}>.ReadMap(ref {ItemReader} reader)");
        if (item.Family.Count > 0)
        {
            FamilyEmitter.Read(writer, item);
            if (item.IsAbstract)
                return;
            writer.Line();
        }

        if (read.Any(member => member.Flatten is not null) || KeyRecoveryEmitter.Applies(item))
            writer.Line("var whole = reader;");
        foreach (var member in read.Where(member => member.Flatten is null))
            writer.Line($"{member.Value.Type.FullName}? {locals[member]} = null;");
        foreach (var member in read.Where(member => member is { Flatten: not null, Value.IsNullable: true }))
            writer.Line($"var {locals[member]} = false;");

        if (item.Versions is not null)
            writer.Line($"{VersionType(item)}? latestVersion = null;");
        writer.Line("reader.BeginMap();");
        using (writer.Block("while (reader.ReadName(out var attribute))"))
        using (writer.Block("switch (attribute.Length)"))
        {
            foreach (var member in read.Where(member => member.HasOwnAttribute)
                .OrderBy(member => Encoding.UTF8.GetByteCount(member.AttributeName)))
            {
                Case(writer, member, locals[member]);
            }

            foreach (var member in read.Where(member => member.Flatten is not null))
                FlattenedCases(writer, member, locals[member]);
            if (IsLeaf(item))
                TypeNameCase(writer, item);
            if (item.Versions is { } versions)
                LatestVersionCase(writer, item, versions);
            Rest(writer, item, read, locals);
        }

        writer.Line();
        if (item.Versions is not null)
            writer.Line($"{locals[item.Member(item.Versions.Member)]} = latestVersion ?? {locals[item.Member(item.Versions.Member)]};");
        KeyRecoveryEmitter.Emit(writer, item, read, locals);
        Construct(writer, item, read, locals);
    }

    private static void Case(SourceWriter writer, MemberSpec member, string local)
    {
        var length = Encoding.UTF8.GetByteCount(member.AttributeName).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var expression = ReadExpression(member);
        var mayBeNull = member.Value.IsNullable || member.HasDefault || member.DefaultText is not null
            || member.Value.Kind == ValueKind.Set;
        using var scope = writer.Indent($"case {length} when {ItemReader}.Is(attribute, {Literals.Utf8(member.AttributeName)}):");
        writer.Line($"{local} = {(mayBeNull ? "reader.TryReadNull() ? null : " : "")}{expression};");
        writer.Line("break;");
    }

    /// <summary>Whether the type is told from its siblings, and has no types below it that a look ahead would find.</summary>
    private static bool IsLeaf(ItemSpec item) => item is { Discriminator: not null, Family.Count: 0 };

    /// <summary>An item of a sibling would fit as well, without its own members.</summary>
    private static void TypeNameCase(SourceWriter writer, ItemSpec item)
    {
        var (attribute, name) = (item.Discriminator!.AttributeName, item.Discriminator.Name);
        var length = Encoding.UTF8.GetByteCount(attribute).ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var scope = writer.Indent($"case {length} when {ItemReader}.Is(attribute, {Literals.Utf8(attribute)}):");
        writer.Line($"reader.ReadTypeName({Literals.Utf8(name)}, typeof({item.Type.Name}));");
        writer.Line("break;");
    }

    private static string VersionType(ItemSpec item) => item.Versions!.IsLong ? "long" : "int";

    /// <summary>Version 0 is read as the version that it is a copy of.</summary>
    private static void LatestVersionCase(SourceWriter writer, ItemSpec item, VersionSpec versions)
    {
        var name = versions.LatestVersionAttribute;
        var length = Encoding.UTF8.GetByteCount(name).ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var scope = writer.Indent($"case {length} when {ItemReader}.Is(attribute, {Literals.Utf8(name)}):");
        writer.Line($"latestVersion = reader.ReadNumber<{VersionType(item)}>();");
        writer.Line("break;");
    }

    /// <summary>A flattened type reads its attributes by itself; here it only matters whether there are any.</summary>
    private static void FlattenedCases(SourceWriter writer, MemberSpec member, string local)
    {
        foreach (var name in member.Flatten!.AttributeNames)
        {
            var length = Encoding.UTF8.GetByteCount(name).ToString(System.Globalization.CultureInfo.InvariantCulture);
            using var scope = writer.Indent($"case {length} when {ItemReader}.Is(attribute, {Literals.Utf8(name)}):");
            if (member.Value.IsNullable)
                writer.Line($"{local} = true;");
            writer.Line("reader.SkipValue();");
            writer.Line("break;");
        }
    }

    /// <summary>
    /// Attributes that no member reads are skipped, or kept where there is a member for that; keys made of members are never kept.
    /// </summary>
    private static void Rest(SourceWriter writer, ItemSpec item, List<MemberSpec> read, LocalNames locals)
    {
        var extra = read.FirstOrDefault(member => member.Value.Kind == ValueKind.Extra);
        if (extra is not null)
        {
            foreach (var name in WrittenOnly(item))
            {
                var length = Encoding.UTF8.GetByteCount(name).ToString(System.Globalization.CultureInfo.InvariantCulture);
                using (writer.Indent($"case {length} when {ItemReader}.Is(attribute, {Literals.Utf8(name)}):"))
                {
                    writer.Line("reader.SkipValue();");
                    writer.Line("break;");
                }
            }
        }

        using var scope = writer.Indent("default:");
        writer.Line(
            extra is null ? "reader.SkipValue();" : $"({locals[extra]} ??= new {extra.Value.Type.FullName}()).Add(attribute, ref reader);");
        writer.Line("break;");
    }

    private static IEnumerable<string> WrittenOnly(ItemSpec item)
    {
        var composed = new[] { item.PartitionKey, item.SortKey }.OfType<KeySpec>()
            .Concat(item.Indexes.SelectMany(index => index.Partition.Concat(index.Sort)))
            .Where(key => key.IsComposed)
            .Select(key => key.AttributeName);
        var computed = item.Members.Where(member => member.Assignment == MemberAssignment.None).SelectMany(member => member.AttributeNames);
        var discriminator = new[] { IsLeaf(item) ? null : item.Discriminator?.AttributeName }.OfType<string>();
        string[] ofVersions = item.Versions is null ? [] : [VersionSpec.WriteIdAttribute];
        var sources = item.Materialized.Select(member => item.Member(member.Member).AttributeName + MaterializedSpec.SourceSuffix);
        return composed.Concat(computed).Concat(discriminator).Concat(ofVersions).Concat(sources).Distinct();
    }

    private static string ReadExpression(MemberSpec member)
    {
        var value = member.Value;
        if (value.CustomConverter is null)
        {
            switch (value.Kind)
            {
                case ValueKind.String or ValueKind.Boolean or ValueKind.Decimal or ValueKind.Double or ValueKind.Single or
                    ValueKind.Char or ValueKind.Bytes or ValueKind.Guid or ValueKind.DateTime or ValueKind.DateTimeOffset or
                    ValueKind.DateOnly or ValueKind.TimeOnly or ValueKind.TimeSpan:
                    return $"reader.Read{value.Kind}()";
                case ValueKind.Integer:
                    return $"reader.ReadNumber<{value.Type.FullName}>()";
            }
        }

        return $"{ConverterNames.Of(value)}.Read(ref reader)";
    }

    private static void Construct(SourceWriter writer, ItemSpec item, List<MemberSpec> read, LocalNames locals)
    {
        var arguments = item.ConstructorParameters.Select(parameter =>
            $"{parameter.Identifier}: {Value(item, item.Member(parameter.Member), locals, parameter.DefaultValue)}").ToList();
        var initialized = read.Where(member => member.Assignment == MemberAssignment.Initializer).ToList();
        var later = read.Where(member => member.Assignment is MemberAssignment.Assignment or MemberAssignment.Accessor).ToList();

        var beginning = later.Count == 0 ? "return" : "var item =";
        var constructor = $"{beginning} new {item.Type.Name}({string.Join(", ", arguments)})";
        if (initialized.Count == 0)
        {
            writer.Line(constructor + ";");
        }
        else
        {
            using (writer.Block(arguments.Count == 0 ? $"{beginning} new {item.Type.Name}" : constructor, "};"))
            {
                foreach (var member in initialized)
                    writer.Line($"{member.Identifier} = {Value(item, member, locals, null)},");
            }
        }

        if (later.Count == 0)
            return;
        foreach (var member in later)
            AssignLater(writer, item, member, locals);
        writer.Line("return item;");
    }

    private static string Value(ItemSpec item, MemberSpec member, LocalNames locals, string? parameterDefault)
    {
        var local = locals[member];
        if (member.Flatten is { } flatten)
        {
            var nested = $"whole.ReadFlattened<{member.Value.Type.FullName}>({Literals.Utf8(flatten.Prefix)})";
            return member.Value.IsNullable ? $"{local} ? {nested} : null" : nested;
        }

        // A null is not written, so an absent attribute may be one: what C# gives a parameter that is left out would replace it.
        if ((member.DefaultText ?? (member.Value.IsNullable ? null : parameterDefault)) is { } defaultValue)
            return $"{local} ?? {defaultValue}";
        if (member.Value.IsNullable)
            return local;
        return member.Value.Kind is ValueKind.Set or ValueKind.Extra
            ? $"{local} ?? {Empty(member.Value)}"
            : $"{local} ?? throw reader.Missing({Literals.String(member.AttributeName)}, typeof({item.Type.Name}))";
    }

    /// <summary>An empty set is left out of the item, so an absent one is empty.</summary>
    private static string Empty(ValueSpec value) => value.Collection switch
    {
        CollectionKind.Interface => $"new global::System.Collections.Generic.HashSet<{value.Element!.Type.FullName}>()",
        _ when value.Kind == ValueKind.Extra => $"new {value.Type.FullName}()",
        CollectionKind.Frozen => $"{value.Type.FullName}.Empty",
        _ => "[]",
    };

    private static void AssignLater(SourceWriter writer, ItemSpec item, MemberSpec member, LocalNames locals)
    {
        var local = locals[member];
        var mayBeAbsent = !member.Value.IsNullable && member.HasDefault && member.Value.Kind != ValueKind.Set;
        var value = mayBeAbsent
            ? member.Value.Type.IsValueType ? local + ".Value" : local
            : Value(item, member, locals, null);
        if (member.KeepsComparer)
            value = $"{InitialComparer}.Keep(item.{member.Identifier}, {value})";
        var statement = member.Assignment == MemberAssignment.Assignment
            ? $"item.{member.Identifier} = {value};"
            : AccessorEmitter.Assign(item, member, value);
        if (!mayBeAbsent)
        {
            writer.Line(statement);
            return;
        }

        using (writer.Indent($"if ({local} is not null)"))
            writer.Line(statement);
    }
}
