using System.Text;

namespace IntegrationHub.Domain.Identity;

/// <summary>Writes letters of the Latin script without their diacritics, as upper case A to Z.</summary>
/// <remarks>
/// A table of its own, because the software runs without the system's culture data, and there normalisation leaves text as it is. Each
/// string holds the base letter of every code point of a range; a full stop keeps the character, an asterisk stands for two letters.
/// Umlauts fold to the bare letter (Müller to MULLER, not MUELLER). Letters of other scripts are kept, upper case.
/// </remarks>
internal static class LatinFolding
{
    private static readonly string FromU00C0 =
        "AAAAAA*CEEEEIIIIDNOOOOO.OUUUUY**AAAAAA*CEEEEIIIIDNOOOOO.OUUUUY*Y"
        + "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII**JJKKKLLLLLLL"
        + "LLLNNNNNNNNNOOOOOO**RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS"
        + "BB.......DD......F.....IKK...N..OO..PP......TT.UU..YYZZ........."
        + ".............AAIIOOUUUUUUUUUU.AAAA**GGGGKKOOOO..J...GG..NNAA**OO"
        + "AAAAEEEEIIIIOOOORRRRUUUUSSTT..HH......AAEEOOOOOOOOYY............"
        + "........JJ..RRYY";

    private static readonly string FromU1E00 =
        "AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMM"
        + "MMMMNNNNNNNNOOOOOOOOPPPPRRRRRRRRSSSSSSSSSSTTTTTTTTUUUUUUUUUUVVVV"
        + "WWWWWWWWWWXXXXYYZZZZZZHTWY.S..*.AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEE"
        + "EEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOOOOOOUUUUUUUUUUUUUUYYYYYYYY......";

    /// <summary>Appends the character folded; a combining mark appends nothing.</summary>
    public static void Append(StringBuilder folded, char character)
    {
        if (character is >= '\u0300' and <= '\u036F')
            return;

        char letter = character switch
        {
            >= '\u00C0' and <= '\u024F' => FromU00C0[character - '\u00C0'],
            >= '\u1E00' and <= '\u1EFF' => FromU1E00[character - '\u1E00'],
            _ => '.',
        };

        if (letter == '*')
            folded.Append(TwoLettersOf(character));
        else
            folded.Append(letter == '.' ? char.ToUpperInvariant(character) : letter);
    }

    private static string TwoLettersOf(char character) => character switch
    {
        'Þ' or 'þ' => "TH",
        'ß' or 'ẞ' => "SS",
        'Ĳ' or 'ĳ' => "IJ",
        'Œ' or 'œ' => "OE",
        _ => "AE",
    };
}
