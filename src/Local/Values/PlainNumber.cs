namespace DynamoToolkit.Local.Values;

/// <summary>Recognises numbers in the notation that <see cref="NumberText.Format"/> writes.</summary>
internal static class PlainNumber
{
    /// <summary>The size of a number as DynamoDB counts it (<see cref="DynamoNumber.Size"/>).</summary>
    /// <param name="text">Any text.</param>
    /// <param name="size">The size in bytes.</param>
    /// <returns>False if the text is not a number in range, or not in this notation.</returns>
    public static bool TryMeasure(ReadOnlySpan<byte> text, out int size)
    {
        size = 1;
        var isNegative = text is [(byte)'-', ..];
        if (isNegative)
            text = text[1..];
        if (text is [(byte)'0'])
            return !isNegative;

        var point = text.IndexOf((byte)'.');
        var whole = point < 0 ? text : text[..point];
        var fraction = point < 0 ? default : text[(point + 1)..];
        if (!IsDigits(whole) || whole.Length == 0 || (whole[0] == '0' && whole.Length > 1) || (whole[0] == '0' && point < 0))
            return false;
        if (point >= 0 && (!IsDigits(fraction) || fraction is [] or [.., (byte)'0']))
            return false;

        // The powers of ten of the first and the last digit that is not zero.
        var first = whole[0] == '0' ? -1 - fraction.IndexOfAnyExcept((byte)'0') : whole.Length - 1;
        var last = point < 0 ? whole.Length - 1 - whole.LastIndexOfAnyExcept((byte)'0') : -fraction.Length;
        if (first - last >= DynamoNumber.MaxDigits || first > DynamoNumber.MaxMagnitude || first < DynamoNumber.MinMagnitude)
            return false;

        size = DynamoNumber.SizeOf(isNegative, first, last);
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<byte> text) => !text.ContainsAnyExceptInRange((byte)'0', (byte)'9');
}
