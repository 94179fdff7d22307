using System.Collections.Immutable;

namespace IntegrationHub.City.Dfe;

/// <summary>The columns of the Department for Education's daily attendance file, and the codes their sessions have.</summary>
internal static class DfeColumns
{
    /// <summary>What stands in a suppressed row.</summary>
    public const string Suppressed = "c";

    /// <summary>The legacy code for a long family holiday. It has no column; the Department counts it as authorised.</summary>
    public const string FamilyHoliday = "F";

    /// <summary>Present in the morning and in the afternoon; the other codes are not told apart by session.</summary>
    public const string PresentMorning = "reason_present_am";

    public const string PresentAfternoon = "reason_present_pm";

    public const string Authorised = "authorised_absence";

    /// <summary>The other columns of reasons, and the code of each.</summary>
    public static ImmutableArray<(string Column, string Code)> Reasons { get; } =
    [
        ("reason_l_present_late_before_registers_closed", "L"),
        ("reason_i_authorised_illness", "I"),
        ("reason_m_authorised_medical_dental", "M"),
        ("reason_r_authorised_religious_observance", "R"),
        ("reason_s_authorised_study_leave", "S"),
        ("reason_t_authorised_mobile_child", "T"),
        ("reason_h_authorised_holiday", "H"),
        ("reason_e_authorised_excluded", "E"),
        ("reason_c_authorised_other", "C"),
        ("reason_c1_authorised_regulated_performance", "C1"),
        ("reason_j1_authorised_interview", "J1"),
        ("reason_c2_authorised_temp_reduced_timetable", "C2"),
        ("reason_b_aea_education_off_site", "B"),
        ("reason_j_aea_interview", "J"),
        ("reason_p_aea_approved_sporting_activity", "P"),
        ("reason_v_aea_educational_visit_trip", "V"),
        ("reason_w_aea_work_experience", "W"),
        ("reason_k_aea_education_arranged_by_la", "K"),
        ("reason_g_unauthorised_holiday", "G"),
        ("reason_u_unauthorised_late_after_registers_closed", "U"),
        ("reason_o_other_unauthorised", "O"),
        ("reason_n_no_reason_yet", "N"),
    ];

    /// <summary>The columns of whole sessions that the Department derives.</summary>
    public static ImmutableArray<string> Measures { get; } =
    [
        "possible_sessions", "overall_attendance", "present_sessions", "approved_educational_activity", "overall_absence", Authorised,
        "unauthorised_absence", "late_sessions",
    ];

    /// <summary>The columns of rates, and the code each is of; null where it is of a measure.</summary>
    public static ImmutableArray<(string Column, string? Code)> Rates { get; } =
    [
        ("attendance_perc", null), ("overall_absence_perc", null), ("authorised_absence_perc", null), ("unauthorised_absence_perc", null),
        ("illness_perc", "I"), ("appointments_perc", "M"), ("unauth_hol_perc", "G"), ("unauth_oth_perc", "O"),
        ("unauth_late_registers_closed_perc", "U"), ("unauth_not_yet_perc", "N"), ("auth_religious_perc", "R"), ("auth_study_perc", "S"),
        ("auth_mob_perc", "T"), ("auth_excluded_perc", "E"), ("auth_performance_perc", "C1"), ("auth_interview_perc", "J1"),
        ("auth_part_time_perc", "C2"), ("auth_other_perc", "C"),
    ];
}
