using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using DynamoToolkit.Shared.Keys;
using DynamoToolkit.Wire;

namespace DynamoToolkit.CompilerServices;

/// <summary>
/// Stores values of an enum as their names, without reflection. A value without a name is stored as the text of its number. Only generated
/// code calls it.
/// </summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNumber">Its underlying type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumNames<TEnum, TNumber> : KeyPart
    where TEnum : struct, Enum
    where TNumber : struct, IBinaryInteger<TNumber>
{
    private const int MaxSmall = 256;

    private readonly Dictionary<TEnum, Name> byValue = [];

    // By number, if it is small and not negative, as most are.
    private readonly Name?[] small;

    // The names of each length, so that a lookup compares only a few.
    private readonly Name[][] byLength;

    /// <summary>Creates the lookup of the names.</summary>
    /// <param name="values">The values.</param>
    /// <param name="names">Their names, in the same order. If a value has two names, the first is written, and both are read.</param>
    public EnumNames(ReadOnlySpan<TEnum> values, ReadOnlySpan<string> names)
    {
        var all = new Name[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            all[i] = new Name(names[i], values[i]);
            byValue.TryAdd(values[i], all[i]);
        }

        small = new Name?[MaxSmall];
        foreach (var (value, name) in byValue)
        {
            if (ulong.CreateTruncating(Unsafe.BitCast<TEnum, TNumber>(value)) is < MaxSmall and var index)
                small[index] = name;
        }

        byLength = new Name[all.Select(static name => name.Utf8.Length + 1).DefaultIfEmpty().Max()][];
        for (var length = 0; length < byLength.Length; length++)
            byLength[length] = [.. all.Where(name => name.Utf8.Length == length)];
    }

    /// <summary>Writes a value: <c>{"S":"Running"}</c>.</summary>
    public void Write(ref ItemWriter writer, TEnum value) => writer.WriteStringValue(TextOf(value));

    /// <summary>Reads a value.</summary>
    /// <exception cref="ItemFormatException">The text does not stand for a value.</exception>
    public TEnum Read(ref ItemReader reader)
    {
        var text = reader.ReadText();
        return TryParse(text, out var value) ? value : throw reader.Unexpected(Expected, text);
    }

    /// <summary>Writes a value as the key of a map.</summary>
    public void WriteName(ref ItemWriter writer, TEnum key) => writer.WriteName(TextOf(key));

    /// <summary>Finds the value that a map's key stands for.</summary>
    /// <exception cref="ItemFormatException">The key does not stand for a value.</exception>
    public TEnum ReadName(ref ItemReader reader, ReadOnlySpan<byte> name) =>
        TryParse(name, out var key) ? key : throw reader.UnexpectedName(Expected, name);

    /// <summary>The text that stands for a value.</summary>
    public string TextOf(TEnum value)
    {
        var number = Unsafe.BitCast<TEnum, TNumber>(value);
        var index = ulong.CreateTruncating(number);
        if (index < (ulong)small.Length && small[index] is { } likely)
            return likely.Text;

        return byValue.TryGetValue(value, out var name) ? name.Text : number.ToString(null, CultureInfo.InvariantCulture);
    }

    /// <summary>Finds the value that a text stands for.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryParse(string text, out TEnum value) => TryParse(Encoding.UTF8.GetBytes(text), out value);

    internal override bool TryTake(ref ReadOnlySpan<char> rest)
    {
        // A name from an attribute may contain '#' and '%', which a part escapes.
        var parser = new KeyTextParser(rest);
        var isValid = parser.Part(out string text) && TryParse(text, out _);
        rest = parser.Rest;
        return isValid;
    }

    internal override void AddTo(KeyLanguage language) =>
        language.Names(byLength.SelectMany(static names => names).Select(static name => name.Text));

    private static string Expected => "a value of " + typeof(TEnum).Name;

    private bool TryParse(ReadOnlySpan<byte> text, out TEnum value)
    {
        if (text.Length < byLength.Length)
        {
            foreach (var name in byLength[text.Length])
            {
                if (text.SequenceEqual(name.Utf8))
                {
                    value = name.Value;
                    return true;
                }
            }
        }

        // A number as it is written: without spaces and without a plus sign, which only other keys can have.
        var number = TNumber.Zero;
        var isNumber = text is [>= (byte)'0' and <= (byte)'9' or (byte)'-', ..]
            && TNumber.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        value = ValueOf(number);
        return isNumber;
    }

    private static TEnum ValueOf(TNumber number) => Unsafe.BitCast<TNumber, TEnum>(number);

    private sealed class Name(string text, TEnum value)
    {
        public string Text { get; } = text;

        public byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(text);

        public TEnum Value { get; } = value;
    }
}
